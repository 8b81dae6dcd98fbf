"""Where in a town something is: numbers of houses and streets."""
