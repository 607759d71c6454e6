"""De webserver vertelt niet welk programma hij is."""

import subprocess
import sys


def test_de_server_noemt_geen_programma_of_versie(tmp_path):
    # In a process of its own: the name is set before gunicorn reads it.
    vraag = (
        "from gunicorn.app.wsgiapp import WSGIApplication; import sys;"
        "sys.argv[1:] = ['leidraad.project.wsgi:application', '-c', 'python:leidraad.project.webserver'];"
        "WSGIApplication().cfg.worker_class; import gunicorn.http.wsgi as w; print(w.SERVER)"
    )
    klaar = subprocess.run(
        [sys.executable, "-c", vraag],
        env={"LEIDRAAD_DATA": str(tmp_path)},
        text=True,
        capture_output=True,
        check=False,
    )
    assert klaar.stdout.strip() == "Leidraad", klaar.stderr
