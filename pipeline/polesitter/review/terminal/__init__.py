"""Reports and grids as rich renderables; they print nothing themselves."""
