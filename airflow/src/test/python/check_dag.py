"""Reads the DAG as Airflow would and checks its shape; says which Airflow it was read with.

Where Airflow is not installed, the two names the DAG imports are replaced by recorders.
"""

import importlib.util
import pathlib
import sys
import types

try:
    import airflow  # noqa: F401

    reader = "Airflow " + airflow.__version__
except ImportError:
    reader = "recorders instead of Airflow"

    class Dag:
        current = None

        def __init__(self, **options):
            self.options, self.dag_id, self.tasks = options, options["dag_id"], []

        def __enter__(self):
            Dag.current = self
            return self

        def __exit__(self, *error):
            Dag.current = None

    class Task:
        def __init__(self, task_id, bash_command):
            self.task_id, self.bash_command, self.downstream_task_ids = task_id, bash_command, set()
            Dag.current.tasks.append(self)

        def __rshift__(self, other):
            self.downstream_task_ids.add(other.task_id)

    for name in ("airflow", "airflow.sdk", "airflow.providers", "airflow.providers.standard",
                 "airflow.providers.standard.operators", "airflow.providers.standard.operators.bash"):
        sys.modules[name] = types.ModuleType(name)
    sys.modules["airflow.sdk"].DAG = Dag
    sys.modules["airflow.providers.standard.operators.bash"].BashOperator = Task

file = pathlib.Path(sys.argv[1])
spec = importlib.util.spec_from_file_location("maillage_dag", file)
module = importlib.util.module_from_spec(spec)
spec.loader.exec_module(module)

dag = module.dag
assert dag.dag_id == "maillage", dag.dag_id
order = [task.task_id for task in dag.tasks]
assert order == ["ingest", "build", "publish", "atlas"], order
for task, following in zip(dag.tasks, dag.tasks[1:]):
    assert set(task.downstream_task_ids) == {following.task_id}, (task.task_id, task.downstream_task_ids)
for task in dag.tasks:
    assert f"&& ./maillage {task.task_id} " in task.bash_command, task.bash_command
    assert '--warehouse "$MAILLAGE_WAREHOUSE"' in task.bash_command, task.bash_command
    assert "assword" not in task.bash_command, task.bash_command
print("read with", reader)
