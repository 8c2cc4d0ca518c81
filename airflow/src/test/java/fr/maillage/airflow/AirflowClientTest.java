package fr.maillage.airflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a loopback server that answers as Airflow 3 does. */
class AirflowClientTest {

    private final List<String> requests = new ArrayList<>();
    private final List<String> states = new ArrayList<>(List.of("queued", "running", "success"));
    private HttpServer server;
    private AirflowClient client;
    private int tokens;
    private int tokenAccepted = 1;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/auth/token", this::token);
        server.createContext("/api/v2/dags/maillage/dagRuns", this::runs);
        server.start();
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        client = new AirflowClient(address, "moi", "secret");
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void triggersARunOfNoParticularDate() {
        DagRun run = client.trigger("maillage", Map.of("inbox", "/data"));

        assertThat(run).isEqualTo(new DagRun("maillage", "manual__2026", DagRun.State.QUEUED));
        assertThat(requests)
                .element(1)
                .asString()
                .startsWith("POST /api/v2/dags/maillage/dagRuns Bearer jeton-1 ")
                .contains("\"logical_date\":null")
                .contains("\"conf\":{\"inbox\":\"/data\"}");
    }

    @Test
    void waitsUntilTheRunEnds() throws InterruptedException {
        DagRun run = client.trigger("maillage", Map.of());
        DagRun end = client.await(run, Duration.ofMillis(1), Duration.ofSeconds(10));
        assertThat(end.state()).isEqualTo(DagRun.State.SUCCESS);
        assertThat(requests).last().asString().startsWith("GET /api/v2/dags/maillage/dagRuns/manual__2026 ");
    }

    @Test
    void saysWhenItWaitsNoLonger() {
        DagRun run = client.trigger("maillage", Map.of());
        states.clear();
        states.addAll(List.of("running", "running"));
        assertThatThrownBy(() -> client.await(run, Duration.ofMillis(1), Duration.ofMillis(-1)))
                .isInstanceOf(AirflowException.class)
                .hasMessageContaining("it is RUNNING");
    }

    @Test
    void asksForANewTokenWhenTheOldOneIsNoLongerAccepted() {
        client.trigger("maillage", Map.of());
        tokenAccepted = 2;
        assertThat(client.read("maillage", "manual__2026").state()).isEqualTo(DagRun.State.RUNNING);
        assertThat(tokens).isEqualTo(2);
    }

    @Test
    void tellsARefusalInOneLineWithoutThePassword() {
        assertThatThrownBy(() -> client.trigger("inconnu", Map.of()))
                .isInstanceOf(AirflowException.class)
                .hasMessageContaining("404")
                .hasMessageContaining("Check the DAG's name")
                .message()
                .doesNotContain("secret");
        tokenAccepted = 99;
        assertThatThrownBy(() -> client.trigger("maillage", Map.of())).hasMessageContaining("Check user and password");
    }

    @Test
    void tellsAServerThatDoesNotAnswer() {
        server.stop(0);
        assertThatThrownBy(() -> client.trigger("maillage", Map.of()))
                .hasMessageStartingWith("Cannot reach Airflow at");
    }

    private void token(HttpExchange exchange) throws IOException {
        requests.add("token");
        tokens++;
        answer(exchange, 201, "{\"access_token\":\"jeton-" + tokens + "\"}");
    }

    private void runs(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String authorisation = exchange.getRequestHeaders().getFirst("Authorization");
        requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + authorisation + " " + body);
        if (!authorisation.equals("Bearer jeton-" + tokenAccepted)) {
            answer(exchange, 401, "{\"detail\":\"Invalid token\"}");
            return;
        }
        answer(
                exchange,
                200,
                "{\"dag_id\":\"maillage\",\"dag_run_id\":\"manual__2026\",\"state\":\"" + states.remove(0)
                        + "\",\"note\":null}");
    }

    private static void answer(HttpExchange exchange, int code, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(code, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
