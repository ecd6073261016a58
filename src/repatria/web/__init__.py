"""The site: the desk where the parties, the mediator, the ICRC, families and the press meet.

Start reading at :mod:`repatria.web.policy` (who may see and do what) and :mod:`repatria.web.urls`.
"""
