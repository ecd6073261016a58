"""Settings for tests: an own data folder, a quick password hash, SQLite in memory or TEST_DATABASE_URL."""

import atexit
import os
import shutil
import tempfile

_data = tempfile.mkdtemp(prefix="repatria-tests-")
os.mkdir(os.path.join(_data, "static"))
atexit.register(shutil.rmtree, _data, ignore_errors=True)
os.environ["REPATRIA_DATA"] = _data
os.environ.pop("DATABASE_URL", None)
if os.environ.get("TEST_DATABASE_URL"):
    os.environ["DATABASE_URL"] = os.environ["TEST_DATABASE_URL"]

from repatria.web.settings import *  # noqa: E402, F403

if not os.environ.get("TEST_DATABASE_URL"):
    DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}}
else:
    # Tests themselves stand in the house; each request they make stands in the compartment of whoever asks.
    DATABASES["default"]["OPTIONS"]["options"] = "-c repatria.house=on"
    DATABASES["default"]["CONN_MAX_AGE"] = 0
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
ALLOWED_HOSTS = ["*"]
