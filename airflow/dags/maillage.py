"""The day's run: what landed in the inbox is ingested, the warehouse brought up to date, published and drawn.

A task runs one command; what is computed, and in which order, is said by the warehouse itself (`maillage plan`), not
here. Commands that have nothing to do end within a second, so the run may be started as often as one likes.

Set in the environment of the workers: MAILLAGE_HOME (folder of the program), MAILLAGE_WAREHOUSE, MAILLAGE_INBOX (where
register files and uploads arrive), MAILLAGE_PUBLISH_TO (a JDBC address; its password in MAILLAGE_JDBC_PASSWORD) and
MAILLAGE_ATLAS (folder of the pages).
"""

from datetime import datetime

from airflow.providers.standard.operators.bash import BashOperator
from airflow.sdk import DAG

COMMANDS = {
    "ingest": './maillage ingest "$MAILLAGE_INBOX" --warehouse "$MAILLAGE_WAREHOUSE"',
    "build": './maillage build --wait 60 --warehouse "$MAILLAGE_WAREHOUSE"',
    "publish": './maillage publish --to "$MAILLAGE_PUBLISH_TO" --warehouse "$MAILLAGE_WAREHOUSE"',
    "atlas": './maillage atlas --out "$MAILLAGE_ATLAS" --warehouse "$MAILLAGE_WAREHOUSE"',
}

with DAG(
    dag_id="maillage",
    description="Ingest, build, publish, draw",
    schedule="0 5 * * *",
    start_date=datetime(2026, 1, 1),
    catchup=False,
    # One writer at a time: the warehouse refuses a second one, so a second run would only wait.
    max_active_runs=1,
    # Exit code 2 is something a person must mend: trying again would say the same.
    default_args={"retries": 0},
    tags=["maillage"],
) as dag:
    previous = None
    for name, command in COMMANDS.items():
        task = BashOperator(task_id=name, bash_command=f'cd "$MAILLAGE_HOME" && {command}')
        if previous is not None:
            previous >> task
        previous = task
