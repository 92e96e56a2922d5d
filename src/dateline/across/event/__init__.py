"""Events drawn from claims: what, who, when, where and how many."""
