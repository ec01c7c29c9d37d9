import subprocess
import sys


def test_importing_the_package_is_light() -> None:
    code = (
        "import polesitter, sys;"
        "sys.exit(bool({'spacy', 'pandas', 'pyarrow', 'numpy'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
