package stet.serve.memento;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stet.report.Browsers;
import stet.serve.Served;
import stet.serve.http.Access;

/** In a real browser an archived page runs nothing, loads nothing and reads nothing of ours. */
class HostileMementoBrowserTest {
  private static final String PAGE = "https://portaldercourier.example/bridge";
  private static final String ATTACK =
      """
      document.title = 'attacked';
      fetch('/').then(r => r.text()).then(t => { document.title = 'read'; });
      window.open('/search'); location.href = '/attacked';
      """;
  private static final String HOSTILE =
      """
      <!doctype html><html lang="en"><head><title>Bridge</title>
      <meta http-equiv="refresh" content="0;url=/attacked"><link rel="stylesheet" href="/stet.css">
      <link rel="prefetch" href="/outlets.html"><script>%s</script>
      <script src="/stet.js"></script></head><body onload="document.title='attacked'"><article>
      <h1>Bridge shut after crack found</h1><img src="/favicon.ico" onerror="document.title='attacked'">
      <p>The harbour bridge of the fictional Port Alder was shut on Saturday, the port said.</p>
      <iframe src="/" srcdoc="<script>top.document.title='attacked'</script>"></iframe>
      <form action="/attacked" id="f"><input name="q" autofocus onfocus="document.title='attacked'"></form>
      <p>Ferries will run every twenty minutes from dawn until the inspection has ended.</p>
      </article></body></html>
      """
          .formatted(ATTACK);

  @Test
  void nothingRunsAndNothingIsLoaded(@TempDir Path home) throws IOException {
    Kept.keep(home, List.of(Kept.page(PAGE, 0, HOSTILE)));
    try (Served served = Served.of(home, Access.OWN_MACHINE);
        Browsers browsers = Browsers.open()) {
      shownPage(served, browsers);
      rawPage(served, browsers);
      assertThat(rawPageWithoutItsSandbox(served, browsers)).as("the attack works").isTrue();
    }
  }

  /** The page that is made to be read, with its banner in our style. */
  private static void shownPage(Served served, Browsers browsers) {
    try (BrowserContext context = browsers.browser().newContext()) {
      List<String> asked = new ArrayList<>();
      Page page = context.newPage();
      page.onRequest(r -> asked.add(r.url()));
      String url = served.at("/memento/20260314060000/" + PAGE);
      assertThat(page.navigate(url).status()).isEqualTo(200);
      page.waitForTimeout(500);
      assertThat(page.url()).isEqualTo(url);
      assertThat(page.title()).isEqualTo("As captured at 2026-03-14T06:00:00Z");
      assertThat(asked).containsExactly(url);
      assertThat(page.textContent("main h1")).isEqualTo("Bridge shut after crack found");
      String line = "() => getComputedStyle(document.getElementById('stet')).borderBottomStyle";
      assertThat(page.evaluate(line)).isEqualTo("solid");
      assertThat(page.evaluate("() => self.origin")).isEqualTo("null");
    }
  }

  /**
   * The bytes as archived are a download; even if a browser showed them, the sandbox would hold.
   */
  private static void rawPage(Served served, Browsers browsers) {
    try (BrowserContext context = browsers.browser().newContext()) {
      Page page = context.newPage();
      String url = served.at("/memento/20260314060000id_/" + PAGE);
      try {
        page.navigate(url);
        throw new AssertionError("shown, and not a download");
      } catch (PlaywrightException e) {
        assertThat(e.getMessage()).contains("Download is starting");
      }
      List<String> answered = new ArrayList<>();
      page.onResponse(r -> answered.add(r.url()));
      page.route("**id_/**", route -> without(route, List.of("content-disposition")));
      page.navigate(url);
      page.waitForTimeout(500);
      assertThat(page.url()).isEqualTo(url);
      assertThat(page.title()).isEqualTo("Bridge");
      assertThat(answered).containsExactly(url);
      assertThat(context.pages()).hasSize(1);
      assertThat(page.evaluate("() => self.origin")).isEqualTo("null");
    }
  }

  /** Whether the same page acts where nothing holds it, so that the test above says something. */
  private static boolean rawPageWithoutItsSandbox(Served served, Browsers browsers) {
    try (BrowserContext context = browsers.browser().newContext()) {
      Page page = context.newPage();
      List<String> gone =
          List.of("content-disposition", "content-security-policy", "x-content-type-options");
      page.route("**id_/**", route -> without(route, gone));
      page.navigate(served.at("/memento/20260314060000id_/" + PAGE));
      page.waitForURL("**/attacked");
      return true;
    }
  }

  private static void without(Route route, List<String> names) {
    APIResponse response = route.fetch();
    Map<String, String> headers = new LinkedHashMap<>(response.headers());
    headers.keySet().removeAll(names);
    headers.remove("content-encoding");
    route.fulfill(
        new Route.FulfillOptions()
            .setStatus(response.status())
            .setHeaders(headers)
            .setBody(new String(response.body(), UTF_8)));
  }
}
