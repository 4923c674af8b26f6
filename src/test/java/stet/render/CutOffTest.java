package stet.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stet.render.RenderOptions.Limits;

/**
 * A page under the browser's care reaches nothing but what it is given, and harms no other page.
 */
class CutOffTest {
  private static final String URI = "https://courier.example/a";
  private static final String FINE = "<h1>Fine</h1><p>Nothing happens on this page.</p>";

  /** Pages that never come to rest. */
  private static final Limits TRIES =
      new Limits(150, 24 << 20, Duration.ofSeconds(20), Duration.ofMinutes(4), 2_000);

  @TempDir Path dir;

  /** Every way out that a page has, aimed at sockets of this machine. */
  @Test
  void noSocketIsEverReached() throws Exception {
    Path secret = Files.writeString(dir.resolve("secret.txt"), "the-secret-of-this-machine");
    Queue<String> asked = new ConcurrentLinkedQueue<>();
    try (Renderer renderer = TestBrowser.open();
        ServerSocket tcp = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        DatagramSocket udp = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      String host = "127.0.0.1:" + tcp.getLocalPort();
      String html = page(host, udp.getLocalPort(), secret);
      Rendered rendered =
          renderer.render(
              new RenderRequest(
                  TestBrowser.page(URI, html),
                  (uri, accept) -> {
                    asked.add(uri);
                    return Optional.empty();
                  },
                  TestBrowser.OPTIONS.with(TRIES).with(RenderOptions.Picture.PNG)));
      assertThat(rendered.html()).contains("the page stays").doesNotContain("the-secret");
      assertThat(rendered.requests().refused()).isPositive();
      tcp.setSoTimeout(1);
      udp.setSoTimeout(1);
      assertThatThrownBy(tcp::accept).isInstanceOf(SocketTimeoutException.class);
      assertThatThrownBy(() -> udp.receive(new DatagramPacket(new byte[1], 1)))
          .isInstanceOf(SocketTimeoutException.class);
    }
    assertThat(asked).isNotEmpty().allMatch(uri -> uri.startsWith("http"));
    assertThat(asked).noneMatch(uri -> uri.contains("/form") || uri.contains("/beacon"));
  }

  private static String page(String host, int udp, Path secret) {
    String at = "http://" + host;
    return "<link rel=dns-prefetch href=//"
        + host
        + "><link rel=preconnect href="
        + at
        + "><link rel=prefetch href="
        + at
        + "/prefetch><img src="
        + at
        + "/img><img src="
        + secret.toUri()
        + "><iframe src="
        + at
        + "/frame></iframe><iframe src="
        + secret.toUri()
        + "></iframe><form id=f method=post action="
        + at
        + "/form target=x></form><a id=d download href="
        + at
        + "/download>d</a><p id=out>the page stays</p><script>const say = (text) => {"
        + " document.getElementById('out').textContent += text; };"
        + "fetch('"
        + secret.toUri()
        + "').then((r) => r.text()).then(say).catch(() => 0);"
        + "fetch('"
        + at
        + "/fetch', {mode: 'no-cors'}).catch(() => 0);"
        + "fetch('"
        + at
        + "/post', {method: 'POST', body: 'x', mode: 'no-cors'}).catch(() => 0);"
        + "navigator.sendBeacon('"
        + at
        + "/beacon', 'x');"
        + "try { new WebSocket('ws://"
        + host
        + "/ws'); } catch (e) {}"
        + "try { new EventSource('"
        + at
        + "/events'); } catch (e) {}"
        + "try { const p = new RTCPeerConnection({iceServers: [{urls: 'stun:127.0.0.1:"
        + udp
        + "'}]}); p.createDataChannel('x'); p.createOffer().then((o) => p.setLocalDescription(o)); }"
        + " catch (e) {}"
        + "try { new WebTransport('https://"
        + host
        + "/'); } catch (e) {}"
        + "navigator.serviceWorker && navigator.serviceWorker.register('/sw.js').catch(() => 0);"
        + "try { new Worker(URL.createObjectURL(new Blob([\"fetch('"
        + at
        + "/worker')\"]))); }"
        + " catch (e) {}"
        + "window.open('"
        + at
        + "/popup'); document.getElementById('f').submit();"
        + "document.getElementById('d').click();"
        + "setTimeout(() => { location.href = '"
        + at
        + "/elsewhere'; }, 100);</script>";
  }

  /** Each page is ended in time, the next one is rendered, and no process stays. */
  @Test
  void hostilePagesEnd() throws IOException {
    Limits few = new Limits(20, 1 << 20, Duration.ofSeconds(2), Duration.ofSeconds(8), 2_000);
    List<String> pages =
        List.of(
            "<script>while (true) {}</script>",
            "<script>const all = []; while (true) all.push(new Array(1e6).fill(all.length));</script>",
            "<p>x</p><script>setInterval(() => alert(1), 1); onbeforeunload = () => 'stay';</script>",
            "<script>for (let i = 0; i < 1e4; i++) open('/p' + i);</script>",
            "<script>setInterval(() => document.body.append(document.body.cloneNode(true)), 1)</script>",
            "<script>setInterval(() => { location.hash = Math.random(); history.pushState(0, '', '?' + Math.random()); }, 0)</script>",
            "<script>print(); document.designMode = 'on'; document.open(); document.write('<plaintext>');</script>",
            "<script>Object.defineProperty(Document.prototype, 'documentElement', {get() { throw 1; }}); Array.prototype.push = null; String.prototype.replace = () => 'x';</script><p>Read all the same</p>");
    long before = children();
    try (Renderer renderer = TestBrowser.open()) {
      for (String page : pages) {
        try {
          Rendered rendered = renderer.render(request(page, few));
          assertThat(rendered.html()).startsWith("<!DOCTYPE html>");
        } catch (RenderException e) {
          assertThat(e.getMessage()).isNotBlank().doesNotContain("\n");
        }
      }
      assertThat(renderer.render(request(FINE, TestBrowser.OPTIONS.limits())).html())
          .contains("Nothing happens on this page.");
    }
    assertThat(children()).isEqualTo(before);
  }

  private static RenderRequest request(String html, Limits limits) {
    return new RenderRequest(
        TestBrowser.page(URI, html), PageFiles.NONE, TestBrowser.OPTIONS.with(limits));
  }

  private static long children() {
    return ProcessHandle.current().descendants().filter(ProcessHandle::isAlive).count();
  }

  /** What a page may take is cut, and it is looked at as it is then. */
  @Test
  void aPageThatAsksForTooMuchIsCut() throws IOException {
    Limits few = new Limits(5, 1000, Duration.ofSeconds(90), Duration.ofMinutes(4), 2_000);
    String html = FINE + "<img src=https://www.google-analytics.com/c.gif>" + images(20);
    try (Renderer renderer = TestBrowser.open()) {
      Rendered rendered =
          renderer.render(
              new RenderRequest(
                  TestBrowser.page(URI, html),
                  (uri, accept) ->
                      Optional.of(TestBrowser.answer(uri, 200, "image/svg+xml", "<svg/>")),
                  TestBrowser.OPTIONS.with(few).with(RenderOptions.Picture.WEBP)));
      assertThat(rendered.requests().answered()).isBetween(1, 11);
      assertThat(rendered.requests().overspent()).isPositive();
      assertThat(rendered.requests().trackers()).isEqualTo(1);
      assertThat(new String(rendered.picture(), 8, 4, java.nio.charset.StandardCharsets.US_ASCII))
          .isEqualTo("WEBP");
    }
  }

  private static String images(int count) {
    StringBuilder images = new StringBuilder();
    for (int i = 0; i < count; i++) {
      images.append("<img src=/i").append(i).append(".svg>");
    }
    return images.toString();
  }

  @Test
  void aBrowserThatIsNoneIsToldOfInOneLine() throws IOException {
    Path script =
        Files.writeString(
            dir.resolve("browser"), "#!/bin/sh\necho 'No usable sandbox!' >&2\nexit 1\n");
    assertThat(script.toFile().setExecutable(true)).isTrue();
    BrowserProgram program = BrowserProgram.find(script.toString(), null).orElseThrow();
    try (Renderer renderer = new Renderer(program, false)) {
      assertThatThrownBy(() -> renderer.render(request(FINE, TestBrowser.OPTIONS.limits())))
          .isInstanceOf(RenderException.class)
          .hasMessageContaining("does not start");
    }
    assertThat(BrowserProgram.find("/nowhere/chromium", dir.toString())).isEmpty();
  }
}
