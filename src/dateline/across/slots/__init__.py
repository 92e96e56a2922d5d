"""Where accounts of an event part, a module a kind of slot."""
