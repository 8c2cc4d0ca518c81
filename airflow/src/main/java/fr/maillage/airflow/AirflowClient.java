package fr.maillage.airflow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Asks an Airflow 3 to run a DAG, and how the run goes.
 *
 * <p>A token is asked for at the first request and once more when Airflow no longer accepts it; tokens live for a day,
 * runs may last longer.
 */
public final class AirflowClient {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int UNAUTHORIZED = 401;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final URI address;
    private final String user;
    private final String password;
    private String token;

    /** @param address of the Airflow server, as {@code http://localhost:8080} */
    public AirflowClient(URI address, String user, String password) {
        this.address = address;
        this.user = user;
        this.password = password;
    }

    /** Starts a run now. @param conf values the DAG's tasks may read, empty in the usual case */
    public DagRun trigger(String dag, Map<String, Object> conf) {
        Map<String, Object> body = new HashMap<>();
        // Airflow 3 wants to be told that the run is of no particular date.
        body.put("logical_date", null);
        body.put("conf", conf);
        return run(HttpRequest.newBuilder(runs(dag, "")).POST(HttpRequest.BodyPublishers.ofString(text(body))));
    }

    /** How a run stands now. */
    public DagRun read(String dag, String id) {
        return run(HttpRequest.newBuilder(runs(dag, "/" + encoded(id))).GET());
    }

    /** Waits until the run ends, asking every {@code pause}. */
    public DagRun await(DagRun run, Duration pause, Duration atMost) throws InterruptedException {
        Instant deadline = Instant.now().plus(atMost);
        DagRun now = read(run.dag(), run.id());
        while (!now.state().isEnd()) {
            if (Instant.now().isAfter(deadline)) {
                throw new AirflowException(
                        "Cannot wait any longer for run " + run.id() + " of " + run.dag() + ": it is " + now.state()
                                + " after " + atMost.toSeconds() + " s. It goes on; ask again later.");
            }
            Thread.sleep(pause.toMillis());
            now = read(run.dag(), run.id());
        }
        return now;
    }

    private DagRun run(HttpRequest.Builder request) {
        if (token == null) {
            token = login();
        }
        HttpResponse<String> response = send(authorised(request));
        if (response.statusCode() == UNAUTHORIZED) {
            token = login();
            response = send(authorised(request));
        }
        return parse(checked(response), DagRun.class);
    }

    private HttpRequest authorised(HttpRequest.Builder request) {
        return request.setHeader("Authorization", "Bearer " + token)
                .setHeader("Content-Type", "application/json")
                .timeout(PATIENCE)
                .build();
    }

    private String login() {
        HttpRequest request = HttpRequest.newBuilder(address.resolve("/auth/token"))
                .header("Content-Type", "application/json")
                .timeout(PATIENCE)
                .POST(HttpRequest.BodyPublishers.ofString(text(Map.of("username", user, "password", password))))
                .build();
        Object found = parse(checked(send(request)), Map.class).get("access_token");
        if (found == null) {
            throw new AirflowException("Cannot enter " + address + ": its answer holds no token. Is it an Airflow 3?");
        }
        return found.toString();
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AirflowException("Cannot reach Airflow at " + address + ": " + e + ". Check its address.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AirflowException("Interrupted while Airflow was asked", e);
        }
    }

    private String checked(HttpResponse<String> response) {
        if (response.statusCode() / 100 == 2) {
            return response.body();
        }
        String mend =
                switch (response.statusCode()) {
                    case UNAUTHORIZED -> "Check user and password";
                    case 403 -> "Give the user the right to run the DAG";
                    case 404 -> "Check the DAG's name, and that Airflow reads the folder it lies in";
                    default -> "Airflow's log says more";
                };
        throw new AirflowException("Cannot ask " + response.uri() + ": Airflow answers " + response.statusCode() + " "
                + response.body().lines().findFirst().orElse("") + ". " + mend + ".");
    }

    private URI runs(String dag, String rest) {
        return address.resolve("/api/v2/dags/" + encoded(dag) + "/dagRuns" + rest);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String text(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private <T> T parse(String body, Class<T> type) {
        try {
            return JSON.readValue(body, type);
        } catch (JsonProcessingException e) {
            throw new AirflowException("Cannot understand " + address + ": it answers what Airflow 3 would not.", e);
        }
    }
}
