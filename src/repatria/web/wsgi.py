"""The site as a WSGI application."""

import os

from django.core.wsgi import get_wsgi_application

from repatria.web import compartments

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "repatria.web.settings")
application = get_wsgi_application()
# Pages stand in the compartment of whoever asks, and between two requests in none.
compartments.leave_the_house()
