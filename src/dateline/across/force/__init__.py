"""How accounts part on acts of force: by whose hand, why, and where somebody was hit."""
