"""The rules of corpus/GUIDE.md that a machine can check, one module per kind of rule."""
