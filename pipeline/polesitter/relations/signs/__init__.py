"""Signs, which speak for and against claims, and the weighing of them."""
