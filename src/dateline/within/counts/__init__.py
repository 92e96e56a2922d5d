"""How many, how old and who by name: figures and rosters, each on the claim whose words give it."""
