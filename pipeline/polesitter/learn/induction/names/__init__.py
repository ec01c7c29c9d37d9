"""Names that annotated reports mark and patterns/entities lacks."""
