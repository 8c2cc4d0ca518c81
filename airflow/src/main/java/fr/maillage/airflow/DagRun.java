package fr.maillage.airflow;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * One run of a DAG.
 *
 * @param id by which Airflow knows the run, unique within its DAG
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record DagRun(
        @JsonProperty("dag_id") String dag,
        @JsonProperty("dag_run_id") String id,
        @JsonProperty("state") State state) {

    /** Where a run stands. */
    public enum State {
        @JsonProperty("queued")
        QUEUED,
        @JsonProperty("running")
        RUNNING,
        @JsonProperty("success")
        SUCCESS,
        @JsonProperty("failed")
        FAILED;

        /** Whether it will not change any more. */
        public boolean isEnd() {
            return this == SUCCESS || this == FAILED;
        }
    }
}
