package stet.render;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import stet.capture.WebAddress;
import stet.render.RenderOptions.Picture;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One page in one tab: opened, left to come to rest, scrolled through, read, photographed. */
final class PageRender {
  /** For what is saved and has no address. The name is one that never exists (RFC 2606). */
  private static final String NO_ADDRESS = "https://saved.invalid/";

  private static final long QUIET = TimeUnit.MILLISECONDS.toNanos(500);
  private static final long BETWEEN_LOOKS = 150;
  private static final int MOST_SCREENS = 20;
  private static final int MOST_TREES = 500;
  private static final int MOST_STEPS = 3;

  /** Longer pages are no pages of news. */
  private static final int MOST_CHARACTERS = 32 << 20;

  private static final String SCRIPT = script();

  private final DevTools devTools;
  private final RenderRequest request;
  private final RenderOptions options;
  private final Trackers trackers;
  private final ExecutorService workers;
  private final long begun = System.nanoTime();
  private String session = "";
  private int world;
  private volatile boolean loaded;
  private volatile boolean crashed;
  private @Nullable PageRequests requests;

  PageRender(DevTools devTools, RenderRequest request, Trackers trackers, ExecutorService workers) {
    this.devTools = devTools;
    this.request = request;
    this.options = request.options();
    this.trackers = trackers;
    this.workers = workers;
  }

  private static String script() {
    try (InputStream in = Objects.requireNonNull(PageRender.class.getResourceAsStream("seen.js"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Renders.
   *
   * @throws RenderException when the browser does not, in the time it has
   */
  Rendered run() throws RenderException {
    String context =
        call("", "Target.createBrowserContext", object()).path("browserContextId").asString("");
    try {
      return within(context);
    } finally {
      devTools.unlisten(session);
      devTools.say("", "Target.disposeBrowserContext", object().put("browserContextId", context));
    }
  }

  private Rendered within(String context) throws RenderException {
    ObjectNode blank = object().put("url", "about:blank").put("browserContextId", context);
    String target = call("", "Target.createTarget", blank).path("targetId").asString("");
    ObjectNode attach = object().put("targetId", target).put("flatten", true);
    session = call("", "Target.attachToTarget", attach).path("sessionId").asString("");
    PageRequests asked = new PageRequests(devTools, session, target, request, trackers, workers);
    requests = asked;
    devTools.listen(session, (from, event, params) -> happened(event, params));
    prepare(context);
    open();
    boolean first = settle() && sendAway();
    boolean settled = scroll() && first;
    JsonNode seen = look();
    byte[] picture = options.picture() == Picture.NONE ? null : picture(seen);
    asked.end();
    return new Rendered(
        seen.path("html").asString(""),
        picture,
        width(seen),
        height(seen),
        settled,
        asked.counts(),
        asked.files(),
        Duration.ofNanos(System.nanoTime() - begun));
  }

  private void happened(String event, JsonNode params) {
    PageRequests asked = requests;
    switch (event) {
      case "Fetch.requestPaused" -> Objects.requireNonNull(asked).paused(params);
      case "Page.loadEventFired" -> loaded = true;
      case "Inspector.targetCrashed" -> crashed = true;
      case "Page.javascriptDialogOpening" ->
          devTools.say(session, "Page.handleJavaScriptDialog", object().put("accept", false));
      default -> {
        // Nothing else matters.
      }
    }
  }

  private void prepare(String context) throws RenderException {
    ObjectNode all = object();
    all.putArray("patterns").addObject().put("urlPattern", "*");
    call(session, "Fetch.enable", all);
    call(session, "Page.enable", object());
    call(session, "Inspector.enable", object());
    call(session, "Network.enable", object());
    call(session, "Network.setBypassServiceWorker", object().put("bypass", true));
    ObjectNode downloads = object().put("behavior", "deny").put("browserContextId", context);
    call("", "Browser.setDownloadBehavior", downloads);
    ObjectNode window = object().put("width", options.width()).put("height", options.height());
    window.put("deviceScaleFactor", 1).put("mobile", options.width() < 600);
    call(session, "Emulation.setDeviceMetricsOverride", window);
    call(session, "Emulation.setTimezoneOverride", object().put("timezoneId", "UTC"));
    ObjectNode calm = object();
    ObjectNode feature = calm.putArray("features").addObject();
    feature.put("name", "prefers-reduced-motion").put("value", "reduce");
    call(session, "Emulation.setEmulatedMedia", calm);
  }

  private void open() throws RenderException {
    String uri = request.page().uri();
    String at = NO_ADDRESS;
    try {
      at = WebAddress.parse(uri).toString();
    } catch (WebAddress.NotAnAddress e) {
      // A saved file; its page does not know where it is from either.
    }
    JsonNode opened = call(session, "Page.navigate", object().put("url", at));
    String error = opened.path("errorText").asString("");
    if (!error.isEmpty()) {
      throw new RenderException("the browser shows no page of it: " + error);
    }
    String frame = opened.path("frameId").asString("");
    ObjectNode own = object().put("frameId", frame).put("worldName", "stet");
    world = call(session, "Page.createIsolatedWorld", own).path("executionContextId").asInt(0);
    run("(" + SCRIPT + ")()");
  }

  /** Waits until nothing is asked for and nothing changes; false where that never is. */
  private boolean settle() throws RenderException {
    long end = begun + options.limits().settle().toNanos();
    long size = -1;
    while (System.nanoTime() < end) {
      pause();
      boolean quiet = loaded && Objects.requireNonNull(requests).isQuiet(QUIET);
      if (quiet) {
        long now = run("stet.changes()").asLong(0);
        if (now == size) {
          return true;
        }
        size = now;
      } else {
        size = -1;
      }
    }
    return false;
  }

  /**
   * Refuses what asks for consent before the page is read, in several steps if it wants so, and
   * takes away what only lies over it.
   */
  private boolean sendAway() throws RenderException {
    boolean settled = true;
    openClosedTrees();
    for (int step = 0; step < MOST_STEPS; step++) {
      if (!run("stet.refuse(" + Consent.RULES + ")").asBoolean(false)) {
        break;
      }
      settled = settle();
    }
    run("stet.uncover(" + Consent.RULES + ")");
    return settled;
  }

  /** Goes down the page as a reader does, so that what loads late is there, and up again. */
  private boolean scroll() throws RenderException {
    boolean settled = true;
    for (int screen = 1; screen <= MOST_SCREENS; screen++) {
      boolean more = run("stet.scroll(" + screen + ")").asBoolean(false);
      if (!more) {
        break;
      }
      pause();
      if (!Objects.requireNonNull(requests).isQuiet(1)) {
        settled = settle();
      }
    }
    run("stet.top()");
    boolean again = settle();
    return settled && again;
  }

  /** A page's script may close a shadow tree to all scripts; to people it is open. */
  private void openClosedTrees() throws RenderException {
    ObjectNode whole = object().put("depth", -1).put("pierce", true);
    List<Integer> closed = new ArrayList<>();
    closed(call(session, "DOM.getDocument", whole).path("root"), closed);
    for (int node : closed) {
      ObjectNode which = object().put("backendNodeId", node).put("executionContextId", world);
      String id =
          call(session, "DOM.resolveNode", which).path("object").path("objectId").asString("");
      ObjectNode params = object().put("objectId", id);
      params.put("functionDeclaration", "function() { stet.open(this); }");
      call(session, "Runtime.callFunctionOn", params);
    }
  }

  private static void closed(JsonNode node, List<Integer> found) {
    for (JsonNode tree : node.path("shadowRoots")) {
      if (tree.path("shadowRootType").asString("").equals("closed") && found.size() < MOST_TREES) {
        found.add(tree.path("backendNodeId").asInt(0));
      }
      closed(tree, found);
    }
    for (JsonNode child : node.path("children")) {
      closed(child, found);
    }
  }

  private JsonNode look() throws RenderException {
    openClosedTrees();
    JsonNode seen = run("stet.seen(" + MOST_CHARACTERS + ")");
    if (seen.path("html").asString("").isEmpty()) {
      throw new RenderException("the page is longer than " + MOST_CHARACTERS + " characters");
    }
    return seen;
  }

  /** On a phone, pages that know no phones are wider than its window. */
  private int width(JsonNode seen) {
    return Math.min(Math.max(options.width(), seen.path("width").asInt(0)), 4000);
  }

  private int height(JsonNode seen) {
    return Math.min(Math.max(1, seen.path("height").asInt(1)), options.limits().height());
  }

  private byte[] picture(JsonNode seen) throws RenderException {
    run("stet.still()");
    ObjectNode params = object();
    params.put("format", options.picture() == Picture.PNG ? "png" : "webp");
    params.put("captureBeyondViewport", true);
    if (options.picture() == Picture.WEBP) {
      params.put("quality", 85);
    }
    ObjectNode clip = params.putObject("clip");
    clip.put("x", 0).put("y", 0).put("scale", 1);
    clip.put("width", width(seen)).put("height", height(seen));
    JsonNode taken = call(session, "Page.captureScreenshot", params);
    try {
      return Base64.getDecoder().decode(taken.path("data").asString(""));
    } catch (IllegalArgumentException e) {
      throw new RenderException("the browser gave no picture", e);
    }
  }

  /** What an expression gives that is run out of the page's own scripts' reach. */
  private JsonNode run(String expression) throws RenderException {
    ObjectNode params = object().put("expression", expression).put("contextId", world);
    params.put("returnByValue", true);
    JsonNode result;
    try {
      result = call(session, "Runtime.evaluate", params);
    } catch (RenderException e) {
      throw String.valueOf(e.getMessage()).contains("Cannot find context")
          ? new RenderException("the page gave way to another while it was looked at", e)
          : e;
    }
    if (result.has("exceptionDetails")) {
      throw new RenderException("the page cannot be read in the browser");
    }
    return result.path("result").path("value");
  }

  private JsonNode call(String in, String method, ObjectNode params) throws RenderException {
    if (crashed) {
      throw new RenderException("the page made the browser crash");
    }
    Duration left = options.limits().time().minus(Duration.ofNanos(System.nanoTime() - begun));
    return devTools.call(in, method, params, left);
  }

  private static ObjectNode object() {
    return DevTools.object();
  }

  private static void pause() throws RenderException {
    try {
      Thread.sleep(BETWEEN_LOOKS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RenderException("interrupted", e);
    }
  }
}
