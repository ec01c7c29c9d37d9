"""The schema told to people (docs/schema.md), to programs (JSON Schema) and to later versions."""
