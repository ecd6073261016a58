"""People who work here: accounts by invitation, second factors, sessions."""
