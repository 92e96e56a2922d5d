"""Who is spoken of: names, titles, nominals and pronouns, and whom each stands for."""
