"""E4xx and E5xx: what is wrong with an output folder, or with a run that writes to it."""


class RunningErrors:
    """Templates of Errors."""

    E401 = (
        "{out}: is a file, or holds files that polesitter did not write. "
        "Give a new or empty folder, or the output folder of an earlier run."
    )
    E402 = (
        "{out}: {holder} is writing here. Wait until it has finished (--wait SECONDS), "
        "or write elsewhere."
    )
    E403 = "{out}: holds no polesitter output. Write it with: polesitter extract {reports} -o {new}"
    E404 = (
        "{out}: was written in schema version {found}, this version reads {wanted}. "
        "Run `polesitter extract` again."
    )
    E405 = (
        "{out}: {part} is missing, damaged or since replaced by another run. "
        "Open the folder anew; if that fails, run `polesitter extract` again."
    )
    E406 = "{out}: the manifest is damaged ({detail}). Extract to another folder."
    E407 = "column {column} must not be empty"
    E408 = (
        "{url}: cannot be reached ({detail}). Check the address; install fsspec and the "
        "package for its kind of store: pip install polesitter[remote] s3fs"
    )

    E501 = (
        "no model is installed with the package; looked for {looked}. "
        "Build one with `make model`, or name one with --model."
    )
    E502 = "the model {model} cannot be loaded: {detail}. Check the path or the package name."
    E503 = "{source}: reading failed ({detail}). Check the file, then run again."
    E504 = "{source}: extraction failed ({detail}). The other reports are done; report the fault."
    E505 = (
        "{source}: the worker died on this report, perhaps for want of memory, or was stopped "
        "after {deadline} seconds. Extract it by itself with a longer --timeout, or split it."
    )
    E506 = "{source}: its rows fit no table ({detail}). The others are done; report the fault."
    E507 = "workers must be 1 or more, not {workers}."
    E508 = (
        "no worker process could start. In a script, start the run below "
        "`if __name__ == '__main__':`, or use workers=1."
    )
    E509 = (
        "E509 the pipeline {model} has no component 'records', so it writes no results. "
        "Load a polesitter model: polesitter.load() has the one that comes with the package."
    )

    E510 = (
        "{out}: could not be written ({detail}). What was there before is as it was, and what is "
        "finished is kept: {do}, then run again."
    )
    E511 = (
        "{scheduler}: does not answer. What is finished is kept: start the scheduler, then "
        "run again."
    )
    E512 = "to run on Dask, install it: pip install polesitter[dask]"
    E513 = "stopped. What is finished is kept: run again to go on."
    E514 = "to watch a folder, install watchfiles: pip install polesitter[watch]"
    E515 = "only folders and files on this machine can be watched, not {path}."
    E516 = "there is no engine {engine}; choose local or dask."
