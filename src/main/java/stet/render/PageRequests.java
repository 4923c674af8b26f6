package stet.render;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import stet.capture.Capture;
import stet.capture.ContentCodings;
import stet.capture.ContentCodings.Decoded;
import stet.capture.Exchange;
import stet.capture.WebAddress;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Answers what one page asks for. Every request of the browser stops here (the protocol's domain
 * Fetch) and goes no further: it is given bytes, or fails.
 */
final class PageRequests {
  /**
   * That belong to sounds, films, live connections, counting and the icon of a tab (Other), and to
   * no text or picture.
   */
  private static final Set<String> NOT_SHOWN =
      Set.of(
          "Media",
          "TextTrack",
          "EventSource",
          "WebSocket",
          "Manifest",
          "SignedExchange",
          "Ping",
          "CSPViolationReport",
          "Prefetch",
          "Other");

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9-]+");

  private static final Set<String> ONLY_SEEN = Set.of("Image", "Font");

  /** Of the connection that was, of the browser's memory, and of reports to others. */
  private static final Set<String> NOT_HANDED_ON =
      Set.of(
          "content-encoding",
          "content-length",
          "transfer-encoding",
          "connection",
          "keep-alive",
          "set-cookie",
          "alt-svc",
          "clear-site-data",
          "service-worker-allowed",
          "strict-transport-security",
          "report-to",
          "reporting-endpoints",
          "nel",
          "link",
          "refresh");

  private final DevTools devTools;
  private final String session;
  private final String frame;
  private final Capture page;
  private final PageFiles source;
  private final RenderOptions options;
  private final Trackers trackers;
  private final ExecutorService workers;
  private final List<Capture> files = new ArrayList<>();
  private boolean begun;
  private boolean over;
  private int open;
  private int answered;
  private int missing;
  private int tracked;
  private int refused;
  private int overspent;
  private long bytes;
  private long lastAt = System.nanoTime();

  /**
   * @param frame the page's own frame, not one within it
   */
  PageRequests(
      DevTools devTools,
      String session,
      String frame,
      RenderRequest request,
      Trackers trackers,
      ExecutorService workers) {
    this.devTools = devTools;
    this.session = session;
    this.frame = frame;
    this.page = request.page();
    this.source = request.files();
    this.options = request.options();
    this.trackers = trackers;
    this.workers = workers;
  }

  /** Takes a request that the browser holds. */
  void paused(JsonNode params) {
    String id = params.path("requestId").asString("");
    synchronized (this) {
      lastAt = System.nanoTime();
      open++;
    }
    try {
      workers.execute(() -> answer(id, params));
    } catch (RejectedExecutionException e) {
      fail(id, params);
      done();
    }
  }

  private void answer(String id, JsonNode params) {
    try {
      Optional<Capture> capture = capture(params);
      if (capture.isEmpty() || !fulfil(id, capture.get())) {
        fail(id, params);
      }
    } catch (IOException | RuntimeException e) {
      fail(id, params);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      fail(id, params);
    } finally {
      done();
    }
  }

  private synchronized void done() {
    open--;
    lastAt = System.nanoTime();
  }

  private Optional<Capture> capture(JsonNode params) throws InterruptedException {
    JsonNode request = params.path("request");
    String uri = request.path("url").asString("");
    String kind = params.path("resourceType").asString("");
    if (isFirst(kind)) {
      return Optional.of(page);
    }
    WebAddress address = address(uri);
    String method = request.path("method").asString("");
    boolean unseen = options.picture() == RenderOptions.Picture.NONE && ONLY_SEEN.contains(kind);
    if (address == null
        || !method.equals("GET")
        || unseen
        || isPageItself(params)
        || NOT_SHOWN.contains(kind)) {
      return none(() -> refused++);
    } else if (trackers.has(address.host())) {
      return none(() -> tracked++);
    } else if (over()) {
      return Optional.empty();
    } else if (!mayAsk()) {
      return none(() -> overspent++);
    }
    Optional<Capture> got = source.get(address.toString(), accept(request));
    return got.filter(c -> c.exchange() instanceof Exchange.Http).isPresent()
        ? got
        : none(() -> missing++);
  }

  private static String accept(JsonNode request) {
    String accept = request.path("headers").path("Accept").asString("*/*");
    return accept.length() <= 500 && accept.chars().allMatch(c -> c >= 0x20 && c < 0x7f)
        ? accept
        : "*/*";
  }

  private synchronized boolean isFirst(String kind) {
    boolean first = !begun && kind.equals("Document");
    begun |= first;
    return first;
  }

  private synchronized Optional<Capture> none(Runnable count) {
    count.run();
    return Optional.empty();
  }

  private synchronized boolean over() {
    return over;
  }

  private synchronized boolean mayAsk() {
    return answered + missing < options.limits().requests() && bytes < options.limits().bytes();
  }

  private static @Nullable WebAddress address(String uri) {
    try {
      return WebAddress.parse(uri);
    } catch (WebAddress.NotAnAddress e) {
      return null;
    }
  }

  /** Hands over an answer as it is after its content coding; false where it is too much. */
  private boolean fulfil(String id, Capture capture) throws IOException {
    int most = (int) Math.min(Integer.MAX_VALUE, options.limits().bytes());
    Decoded decoded = ContentCodings.decode(capture.payload(), capture.contentEncoding(), most);
    synchronized (this) {
      if (capture != page) {
        if (bytes + decoded.bytes().length > options.limits().bytes()) {
          overspent++;
          return false;
        }
        bytes += decoded.bytes().length;
        answered++;
        files.add(capture);
      }
    }
    ObjectNode answer = DevTools.object();
    answer.put("requestId", id).put("responseCode", status(capture));
    answer.set("responseHeaders", head(capture));
    answer.put("body", Base64.getEncoder().encodeToString(decoded.bytes()));
    devTools.say(session, "Fetch.fulfillRequest", answer);
    return true;
  }

  private int status(Capture capture) {
    boolean asAnswered = capture != page && capture.exchange() instanceof Exchange.Http;
    return asAnswered ? ((Exchange.Http) capture.exchange()).status() : 200;
  }

  private static ArrayNode head(Capture capture) {
    ArrayNode head = DevTools.object().putArray("head");
    if (!capture.mediaType().isEmpty()) {
      field(head, "Content-Type", capture.mediaType());
    } else if (!(capture.exchange() instanceof Exchange.Http)) {
      field(head, "Content-Type", "text/html");
    }
    if (capture.exchange() instanceof Exchange.Http http) {
      http.response()
          .forEach(
              (name, value) -> {
                String lower = name.toLowerCase(Locale.ROOT);
                if (!lower.equals("content-type") && !NOT_HANDED_ON.contains(lower)) {
                  field(head, name, value);
                }
              });
    }
    return head;
  }

  /** The browser refuses an answer with a field that is none. */
  private static void field(ArrayNode head, String name, String value) {
    if (NAME.matcher(name).matches()) {
      ObjectNode field = head.addObject();
      field.put("name", name).put("value", value.replaceAll("[\\x00-\\x1f]", " "));
    }
  }

  private void fail(String id, JsonNode asked) {
    ObjectNode params = DevTools.object();
    params.put("requestId", id);
    // Where the page itself is to give way, anything but this puts an error in its place.
    params.put("errorReason", isPageItself(asked) ? "Aborted" : "BlockedByClient");
    devTools.say(session, "Fetch.failRequest", params);
  }

  private boolean isPageItself(JsonNode asked) {
    return asked.path("resourceType").asString("").equals("Document")
        && asked.path("frameId").asString("").equals(frame);
  }

  /** Nothing more is answered. */
  synchronized void end() {
    over = true;
  }

  /** Whether nothing was asked or answered for so long. */
  synchronized boolean isQuiet(long nanos) {
    return open == 0 && System.nanoTime() - lastAt >= nanos;
  }

  synchronized Rendered.RequestCounts counts() {
    return new Rendered.RequestCounts(answered, missing, tracked, refused, overspent, bytes);
  }

  synchronized List<Capture> files() {
    return List.copyOf(files);
  }
}
