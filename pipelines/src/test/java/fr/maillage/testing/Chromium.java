package fr.maillage.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * A headless Chromium driven over its DevTools protocol, which needs no driver and no library.
 *
 * <p>It keeps what the page complains about and which addresses it asks for, so that a test can say there is none.
 */
public final class Chromium implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long SECONDS = 30;

    private final Process process;
    private final WebSocket socket;
    private final AtomicInteger numbers = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final BlockingQueue<String> loads = new LinkedBlockingQueue<>();

    private Chromium(Process process, String address) {
        this.process = process;
        this.socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(URI.create(address), new Listener())
                .join();
    }

    /** The browser on the PATH; empty when there is none. */
    public static Optional<Path> find() {
        return Stream.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
                .flatMap(name -> Arrays.stream(System.getenv("PATH").split(":")).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Starts a browser with a window of that size; its files go to the folder. */
    public static Chromium open(Path browser, Path folder, int width, int height) throws IOException {
        Process process = new ProcessBuilder(
                        browser.toString(),
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + folder.resolve("profile"),
                        "--window-size=" + width + "," + height,
                        "about:blank")
                .redirectErrorStream(true)
                .start();
        Chromium chromium = new Chromium(process, page(port(process)));
        chromium.call("Page.enable", Map.of());
        chromium.call("Runtime.enable", Map.of());
        chromium.call("Log.enable", Map.of());
        chromium.call("Network.enable", Map.of());
        chromium.call(
                "Browser.setDownloadBehavior",
                Map.of(
                        "behavior",
                        "allow",
                        "downloadPath",
                        folder.toAbsolutePath().toString()));
        chromium.resize(width, height);
        return chromium;
    }

    /** Gives the window another size. */
    public void resize(int width, int height) {
        call(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    private static int port(Process process) throws IOException {
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("DevTools listening on")) {
                Thread drain = new Thread(() -> drain(lines), "chromium-output");
                drain.setDaemon(true);
                drain.start();
                return URI.create(line.substring(line.indexOf("ws://"))).getPort();
            }
        }
        throw new IOException("the browser did not start");
    }

    /** A browser that cannot write what it has to say would stop. */
    private static void drain(BufferedReader lines) {
        try {
            while (lines.readLine() != null) {
                Thread.onSpinWait();
            }
        } catch (IOException e) {
            // The browser is gone, and so is what it had to say.
        }
    }

    private static String page(int port) throws IOException {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/json/list"))
                    .build();
            String body = HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.ofString())
                    .body();
            for (JsonNode target : JSON.readTree(body)) {
                if (target.path("type").asText().equals("page")) {
                    return target.path("webSocketDebuggerUrl").asText();
                }
            }
            throw new IOException("the browser has no page");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** Opens an address and waits until the page says it is ready (attribute data-ready); gives what it says. */
    public String open(String address) {
        loads.clear();
        call("Page.navigate", Map.of("url", address));
        try {
            loads.poll(SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return await("document.documentElement.dataset.ready || ''");
    }

    /** Waits until the expression is neither empty, nor 0, nor false; gives its value as text. */
    public String await(String expression) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        while (System.nanoTime() < end) {
            String text = text(expression);
            if (!List.of("", "0", "false", "null").contains(text)) {
                return text;
            }
            pause();
        }
        throw new AssertionError("never came true: " + expression + " " + complaints);
    }

    private static void pause() {
        try {
            Thread.sleep(30);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The value of an expression in the page, as text; promises are waited for. */
    public String text(String expression) {
        JsonNode result = call(
                "Runtime.evaluate",
                Map.of("expression", expression, "awaitPromise", true, "returnByValue", true, "userGesture", true));
        if (result.has("exceptionDetails")) {
            throw new AssertionError(expression + ": " + result.path("exceptionDetails"));
        }
        return result.path("result").path("value").asText("");
    }

    /** Moves the mouse to the middle of an element, moved by some pixels, and clicks it. */
    public void click(String selector, int dx, int dy) {
        int[] at = move(selector, dx, dy);
        for (String type : List.of("mousePressed", "mouseReleased")) {
            call("Input.dispatchMouseEvent", mouse(type, at[0], at[1], "left"));
        }
    }

    public void click(String selector) {
        click(selector, 0, 0);
    }

    /** Moves the mouse over an element. */
    public int[] move(String selector, int dx, int dy) {
        String box = "(() => { const e = document.querySelector('" + selector + "');"
                + " e.scrollIntoView({block: 'nearest'}); const b = e.getBoundingClientRect();"
                + " return Math.round(b.x + b.width / 2) + ' ' + Math.round(b.y + b.height / 2); })()";
        String[] middle = text(box).split(" ");
        int x = Integer.parseInt(middle[0]) + dx;
        int y = Integer.parseInt(middle[1]) + dy;
        call("Input.dispatchMouseEvent", mouse("mouseMoved", x, y, "none"));
        return new int[] {x, y};
    }

    private static Map<String, Object> mouse(String type, int x, int y, String button) {
        return Map.of("type", type, "x", x, "y", y, "button", button, "clickCount", 1);
    }

    /** Writes into what has the focus. */
    public void type(String text) {
        call("Input.insertText", Map.of("text", text));
    }

    /** Presses a key such as {@code Enter} or {@code ArrowRight}. */
    public void press(String key) {
        int code = Map.of(
                        "Enter",
                        13,
                        "Tab",
                        9,
                        "Escape",
                        27,
                        "ArrowLeft",
                        37,
                        "ArrowUp",
                        38,
                        "ArrowRight",
                        39,
                        "ArrowDown",
                        40)
                .getOrDefault(key, 0);
        // Enter types a character too: without it nothing that has the focus is activated.
        Map<String, Object> down = key.equals("Enter")
                ? Map.of("type", "keyDown", "key", key, "code", key, "windowsVirtualKeyCode", code, "text", "\r")
                : Map.of("type", "rawKeyDown", "key", key, "code", key, "windowsVirtualKeyCode", code);
        call("Input.dispatchKeyEvent", down);
        call("Input.dispatchKeyEvent", Map.of("type", "keyUp", "key", key, "code", key, "windowsVirtualKeyCode", code));
    }

    /** Chooses an option of a list, as a person would. */
    public void choose(String selector, String value) {
        text("(() => { const s = document.querySelector('" + selector + "'); s.value = '" + value
                + "'; s.dispatchEvent(new Event('change', {bubbles: true})); return s.value; })()");
    }

    /** Errors and warnings of the page since it was opened. */
    public List<String> complaints() {
        return complaints;
    }

    /** Addresses asked for, other than those inside the page. */
    public List<String> requests() {
        return requests.stream()
                .filter(address -> !address.startsWith("data:") && !address.startsWith("blob:"))
                .toList();
    }

    /** Processor seconds the page has taken so far, whatever else the machine does meanwhile. */
    public double busySeconds() {
        call("Performance.enable", Map.of("timeDomain", "threadTicks"));
        for (JsonNode metric : call("Performance.getMetrics", Map.of()).path("metrics")) {
            if (metric.path("name").asText().equals("TaskDuration")) {
                return metric.path("value").asDouble();
            }
        }
        throw new IllegalStateException("the browser does not tell TaskDuration");
    }

    /** A picture of the window, as PNG. */
    public byte[] picture() {
        String data = call("Page.captureScreenshot", Map.of("format", "png"))
                .path("data")
                .asText();
        return java.util.Base64.getDecoder().decode(data);
    }

    private JsonNode call(String method, Map<String, Object> parameters) {
        int number = numbers.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        answers.put(number, answer);
        try {
            socket.sendText(JSON.writeValueAsString(Map.of("id", number, "method", method, "params", parameters)), true)
                    .join();
            return answer.get(SECONDS, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(method + " failed", e);
        }
    }

    private void heard(String message) {
        try {
            JsonNode node = JSON.readTree(message);
            if (node.has("id")) {
                answers.remove(node.path("id").asInt()).complete(node.has("error") ? node : node.path("result"));
                return;
            }
            JsonNode parameters = node.path("params");
            switch (node.path("method").asText()) {
                case "Page.loadEventFired" -> loads.add("loaded");
                case "Runtime.exceptionThrown" ->
                    complaints.add(parameters.path("exceptionDetails").toString());
                case "Log.entryAdded" -> complaints.add(parameters.path("entry").toString());
                case "Network.requestWillBeSent" ->
                    requests.add(parameters.path("request").path("url").asText());
                case "Runtime.consoleAPICalled" -> {
                    if (List.of("error", "warning", "assert")
                            .contains(parameters.path("type").asText())) {
                        complaints.add(parameters.path("args").toString());
                    }
                }
                default -> {}
            }
        } catch (IOException e) {
            complaints.add(e.getMessage());
        }
    }

    @Override
    public void close() {
        socket.abort();
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            process.waitFor(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Puts the pieces of a message together. */
    private final class Listener implements WebSocket.Listener {
        private final StringBuilder message = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
            message.append(data);
            if (last) {
                heard(message.toString());
                message.setLength(0);
            }
            webSocket.request(1);
            return null;
        }
    }
}
