"""Points to communes with SedonaDB, DuckDB spatial, GeoPandas and Shapely, on what `bench points --out DIR` wrote.

Usage: python -m venv env && env/bin/pip install -r requirements.txt
       env/bin/python bench_points.py DIR [--points N]

An engine that is not installed, or whose extension cannot be had, is skipped, saying so. Join alone: data is in memory.
"""

import argparse
import os
import time
from pathlib import Path

import pyarrow.parquet as pq


def measure(name, count, work):
    """Runs the join once and prints a line; `found` counts pairs of a point and a commune that hold it or touch it."""
    cpu, start = time.process_time(), time.perf_counter()
    try:
        found = work()
    except Exception as refusal:  # a missing extension, a refused network: the others go on
        print(f"{name:<34} skipped: {str(refusal).splitlines()[0][:140]}")
        return
    seconds, cpu = time.perf_counter() - start, time.process_time() - cpu
    print(f"{name:<34} {count:>10} {found:>10} {seconds:>9.2f} {count / seconds / 1e6:>11.3f} {count / cpu / 1e6:>12.3f}")


def sedonadb(points, contours):
    import sedonadb as engine

    session = engine.connect()
    session.create_data_frame(points).to_view("raw_points")
    session.create_data_frame(contours).to_view("raw_contours")
    session.sql("SELECT ST_Point(x, y) AS point FROM raw_points").to_memtable().to_view("points")
    session.sql("SELECT code, ST_GeomFromWKB(wkb) AS contour FROM raw_contours").to_memtable().to_view("contours")

    def join():
        query = "SELECT count(*) AS n FROM points JOIN contours ON ST_Intersects(contour, point)"
        return int(session.sql(query).to_pandas()["n"][0])

    return join


def duckdb_spatial(points, contours):
    import duckdb

    session = duckdb.connect()
    session.execute("INSTALL spatial")
    session.execute("LOAD spatial")
    session.execute("CREATE TABLE points AS SELECT ST_Point(x, y) AS point FROM points")
    session.execute("CREATE TABLE contours AS SELECT code, ST_GeomFromWKB(wkb) AS contour FROM contours")
    query = "SELECT count(*) FROM points JOIN contours ON ST_Intersects(contour, point)"
    return lambda: session.execute(query).fetchone()[0]


def geopandas(points, contours):
    import geopandas as gpd
    import shapely

    x, y = points["x"].to_numpy(), points["y"].to_numpy()
    left = gpd.GeoDataFrame(geometry=gpd.points_from_xy(x, y))
    right = gpd.GeoDataFrame(geometry=shapely.from_wkb(contours["wkb"].to_numpy(zero_copy_only=False)))
    return lambda: len(gpd.sjoin(left, right, predicate="intersects"))


def shapely_tree(points, contours):
    import shapely

    made = shapely.points(points["x"].to_numpy(), points["y"].to_numpy())
    tree = shapely.STRtree(shapely.from_wkb(contours["wkb"].to_numpy(zero_copy_only=False)))
    return lambda: tree.query(made, predicate="intersects").shape[1]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--points", type=int, default=1_000_000)
    arguments = parser.parse_args()
    points = pq.read_table(arguments.folder / "points.parquet").slice(0, arguments.points)
    contours = pq.read_table(arguments.folder / "contours.parquet")

    load = os.getloadavg()[0]
    print(f"{len(contours)} territories; {os.cpu_count()} processors, load {load:.1f} before the start\n")
    print(f"{'engine':<34} {'points':>10} {'found':>10} {'seconds':>9} {'M points/s':>11} {'M per CPU s':>12}")
    for name, prepare in {
        "SedonaDB": sedonadb,
        "DuckDB spatial": duckdb_spatial,
        "GeoPandas sjoin": geopandas,
        "Shapely STRtree": shapely_tree,
    }.items():
        try:
            join = prepare(points, contours)
        except Exception as refusal:
            print(f"{name:<34} skipped: {str(refusal).splitlines()[0][:140]}")
            continue
        measure(name, len(points), join)


if __name__ == "__main__":
    main()
