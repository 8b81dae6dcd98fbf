"""Who is spoken of: persons by name and by noun, their titles and offices, and what became of them."""
