"""One file a page: each gives what its template, and its JSON twin, show."""
