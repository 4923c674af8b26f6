package stet.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static stet.serve.Sending.BOUNDARY;
import static stet.serve.Sending.EDITOR;
import static stet.serve.Sending.READER;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stet.capture.Digest;
import stet.cli.Cli;
import stet.serve.WriteSamples.Sample;
import stet.serve.http.Access;
import stet.serve.http.Role;
import stet.serve.http.Route;

/** Whatever route writes, nobody writes through it who may not, nor through somebody who may. */
class WriteGuardsTest {
  private static final List<String> KEYS = List.of("reader " + READER, "editor " + EDITOR);
  private static final List<String> FORM_TYPES =
      List.of("", WriteSamples.FORM, "text/plain", "multipart/form-data; boundary=" + BOUNDARY);

  @TempDir static Path home;
  private static Served closed;
  private static Served open;
  private static WriteSamples samples;
  private static Session editor;
  private static Session reader;
  private static int tries;
  private static final List<String> hits = new ArrayList<>();

  /** Somebody who has logged in. */
  private record Session(String cookie, String token) {}

  @BeforeAll
  static void serve() throws IOException {
    Served.fill(home);
    closed = Served.of(home, Access.of(KEYS, false));
    open = Served.of(home, Access.of(KEYS, true));
    samples = new WriteSamples(closed);
    editor = session(EDITOR);
    reader = session(READER);
    // A watch, so that a change of it would be seen.
    Cli.run("track", WriteSamples.TRACKED, "--home", home);
  }

  @AfterAll
  static void stop() {
    open.close();
    closed.close();
    assertThat(closed.faults()).isEmpty();
    assertThat(open.faults()).isEmpty();
  }

  private static String[] key(String token) {
    return new String[] {"Authorization", "Bearer " + token};
  }

  private static Session session(String secret) throws IOException {
    String[] html = {"Accept", "text/html"};
    String token = token(closed.get("/", html));
    HttpResponse<String> in = closed.post("/login", "token=" + token + "&secret=" + secret);
    String cookie = in.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
    String path = secret.equals(EDITOR) ? "/add" : "/login";
    return new Session(cookie, token(closed.get(path, "Cookie", cookie, html[0], html[1])));
  }

  private static String token(HttpResponse<String> page) {
    return Jsoup.parse(page.body()).selectFirst("input[name=token]").val();
  }

  private static List<Route> writes() {
    return closed.routes().stream().filter(r -> !r.method().equals("GET")).toList();
  }

  private static int ask(Served served, Sample sample, String... headers) throws IOException {
    HttpRequest.Builder request = served.request(sample.path(), headers);
    if (!sample.type().isEmpty()) {
      request.header("Content-Type", sample.type());
    }
    request.method(sample.method(), BodyPublishers.ofString(sample.body()));
    return served.send(request).statusCode();
  }

  private static void refused(String attack, Served served, Sample sample, String... headers)
      throws IOException {
    tries++;
    int status = ask(served, sample, headers);
    if (status != 401 && status != 403 && status != 415) {
      hits.add(status + ": " + attack + ", " + sample.method() + " " + sample.path());
    }
  }

  /** All that is kept, byte for byte; what only SQLite's readers share is not. */
  private static String kept() throws IOException {
    TreeMap<String, String> kept = new TreeMap<>();
    try (Stream<Path> files = Files.walk(home)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (!file.toString().endsWith("-shm")) {
          byte[] bytes = Files.readAllBytes(file);
          kept.put(home.relativize(file).toString(), bytes.length + " " + Digest.of(bytes).hex());
        }
      }
    }
    return kept.toString();
  }

  /** What happens between a number of attacks changes nothing, and none of them is a hit. */
  private interface Attacks {
    void on(Route route, Sample sample) throws IOException;
  }

  private static void assertNoHit(String name, Attacks attacks) throws IOException {
    hits.clear();
    tries = 0;
    for (Route route : writes()) {
      String before = kept();
      attacks.on(route, samples.of(route));
      assertThat(kept()).as(route.toString()).isEqualTo(before);
    }
    System.out.println(
        name + ": " + writes().size() + " routes, " + tries + " tries, " + hits.size() + " hits");
    assertThat(hits).isEmpty();
    assertThat(tries).isGreaterThanOrEqualTo(writes().size());
  }

  @Test
  void everyWriteNeedsAnEditor() {
    assertThat(writes()).hasSizeGreaterThan(15).allMatch(r -> r.needs() == Role.EDITOR);
  }

  /** Hubs have no role to use: what they know is a key, and see {@code PushTest} for guesses. */
  @Test
  void whereHubsMayCallNobodyElseMayWrite(@TempDir Path own) throws IOException {
    Served.fill(own);
    Files.writeString(own.resolve("stet.toml"), "websub.callback = \"https://stet.example\"\n");
    try (Served served = Served.of(own, Access.of(KEYS, false))) {
      assertThat(served.routes().stream().filter(r -> !r.openTo().isEmpty()))
          .extracting(r -> r.method() + " " + r.pattern() + " " + r.openTo())
          .containsExactly("GET websub/{key} stet.example", "POST websub/{key} stet.example");
      assertThat(served.routes().stream().filter(r -> !r.method().equals("GET")))
          .allMatch(r -> r.needs() == Role.EDITOR || r.pattern().equals("websub/{key}"));
    }
  }

  /** A browser adds the cookie by itself; the token of a form it does not. */
  @Test
  void aFormWithoutItsTokenWritesNothing() throws IOException {
    Predicate<Route> post = r -> r.method().equals("POST");
    String[] cookie = {"Cookie", editor.cookie()};
    assertNoHit(
        "Forms without their token",
        (route, sample) -> {
          if (!post.test(route)) {
            return;
          }
          for (String type : FORM_TYPES) {
            Sample typed = sample.as(type);
            refused("no token", closed, typed, cookie);
            refused("empty token", closed, typed.with(""), cookie);
            refused("wrong token", closed, typed.with("x" + editor.token()), cookie);
            refused("a reader's token", closed, typed.with(reader.token()), cookie);
            refused("a type with a trick", closed, sample.as(type + ";a=application/json"), cookie);
          }
        });
  }

  @Test
  void whatAnotherSiteAsksForIsNotDone() throws IOException {
    String own = closed.at("");
    List<String> origins =
        List.of(
            "https://evil.example",
            "",
            "http://127.0.0.1",
            "http://127.0.0.1:1",
            "http://localhost:" + closed.port(),
            own + ".evil.example",
            own + "@evil.example",
            own + "/",
            "http://user@127.0.0.1:" + closed.port(),
            "file://",
            "chrome-extension://abcdefghijklmnop");
    assertNoHit(
        "Other origins",
        (route, sample) -> {
          Sample right = sample.with(editor.token());
          for (String origin : origins) {
            refused("origin " + origin, closed, right, "Cookie", editor.cookie(), "Origin", origin);
          }
          for (String site :
              List.of("cross-site", "same-site", "", "SAME-ORIGIN", "same-origin2")) {
            String[] with = {"Cookie", editor.cookie(), "Origin", own, "Sec-Fetch-Site", site};
            refused("site " + site, closed, right, with);
            refused("site " + site, closed, right, "Cookie", editor.cookie(), with[4], site);
          }
        });
  }

  @Test
  void whoMayNotWriteDoesNot() throws IOException {
    String viewers = token(open.get("/login", "Accept", "text/html"));
    String nobodys = token(closed.get("/login", "Accept", "text/html"));
    assertNoHit(
        "Readers, viewers and nobody",
        (route, sample) -> {
          refused("reader's token", closed, sample, key(READER));
          refused("reader", closed, sample.with(reader.token()), "Cookie", reader.cookie());
          refused("nobody", closed, sample);
          refused("nobody's form", closed, sample.with(nobodys));
          refused("a form of others", closed, sample.with(editor.token()));
          refused("old session", closed, sample.with(editor.token()), "Cookie", "stet_session=x");
          refused("viewer", open, sample);
          refused("viewer's form", open, sample.with(viewers));
          refused("reader of an open one", open, sample, key(READER));
        });
  }

  /** All of the requests above are real: an editor's own is let through to each route. */
  @Test
  void anEditorsOwnRequestComesThrough(@TempDir Path own) throws IOException {
    Served.fill(own);
    try (Served served = Served.of(own, Access.of(KEYS, false))) {
      WriteSamples real = new WriteSamples(served);
      List<String> refused = new ArrayList<>();
      int done = 0;
      for (Route route : served.routes().stream().filter(r -> !r.method().equals("GET")).toList()) {
        Sample sample = real.of(route);
        int status = ask(served, sample, key(EDITOR));
        if (status == 401 || status == 403 || status == 415) {
          refused.add(status + " " + route);
        }
        done += status < 400 ? 1 : 0;
      }
      assertThat(refused).isEmpty();
      assertThat(done).isGreaterThanOrEqualTo(12);
    }
  }
}
