package stet.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stet.app.CollectionHome;
import stet.serve.http.Access;

/** Who may ask, under which names, and what nobody else can have a reader's browser do. */
class GuardsTest {
  private static final String READER = "reader-token-0123456789";
  private static final String EDITOR = "editor-token-0123456789";
  private static final Access KEYS =
      Access.of(List.of("# fictional", "reader " + READER, "", "editor " + EDITOR), false);

  @TempDir Path home;

  @BeforeEach
  void make() throws IOException {
    new CollectionHome(home).make();
  }

  /** What a request with that Host header is answered with; a browser's client cannot send one. */
  private static String answer(Served served, String path, String... headers) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", served.port())) {
      StringBuilder request = new StringBuilder("GET " + path + " HTTP/1.1\r\n");
      for (String header : headers) {
        request.append(header).append("\r\n");
      }
      String all = request.append("Connection: close\r\n\r\n").toString();
      socket.getOutputStream().write(all.getBytes(StandardCharsets.ISO_8859_1));
      InputStream in = socket.getInputStream();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static int status(String answer) {
    return Integer.parseInt(answer.split(" ")[1]);
  }

  @Test
  void aNameThatIsNotOursIsNotAnswered() throws IOException {
    try (Served served =
        Served.of(home, Access.OWN_MACHINE, "", Set.of("desk.example"), Set.of())) {
      for (String host :
          List.of(
              "evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "a@127.0.0.1")) {
        assertThat(status(answer(served, "/", "Host: " + host))).as(host).isIn(400, 421);
      }
      for (String host :
          List.of(
              "localhost",
              "localhost:8080",
              "127.0.0.1",
              "[::1]:80",
              "DESK.example:1",
              "10.0.0.7")) {
        assertThat(status(answer(served, "/", "Host: " + host))).as(host).isEqualTo(200);
      }
      assertThat(status(answer(served, "/", "Host: a", "Host: localhost"))).isEqualTo(400);
    }
  }

  @Test
  void whoHasNoTokenReadsNothingAndWhoReadsWritesNothing() throws IOException {
    try (Served served = Served.of(home, KEYS)) {
      assertThat(served.get("/").statusCode()).isEqualTo(401);
      assertThat(served.get("/search?q=a").statusCode()).isEqualTo(401);
      assertThat(served.get("/stet.css").statusCode()).isEqualTo(200);
      assertThat(served.get("/", "Authorization", "Bearer " + READER).statusCode()).isEqualTo(200);
      assertThat(served.get("/", "Authorization", "Bearer " + EDITOR).statusCode()).isEqualTo(200);
      assertThat(served.get("/", "Authorization", "Bearer x" + READER).statusCode()).isEqualTo(401);
      assertThat(served.get("/", "Authorization", "Basic " + READER).statusCode()).isEqualTo(401);
    }
  }

  /** A page of another site cannot send such an origin; an extension that nobody trusts can. */
  @Test
  void anExtensionWritesWithATokenAlone() throws IOException {
    String json = "{\"urls\": [\"https://courier.example/harbour\"]}";
    String[] chrome = {
      "Origin", "chrome-extension://abcdefghijklmnop", "Sec-Fetch-Site", "cross-site"
    };
    try (Served served = Served.of(home, Access.OWN_MACHINE)) {
      assertThat(served.postJson("/api/v1/track", json, chrome).statusCode()).isEqualTo(403);
      String[] claimed = {chrome[0], chrome[1], "Authorization", "Bearer " + EDITOR};
      assertThat(served.postJson("/api/v1/track", json, claimed).statusCode()).isEqualTo(403);
    }
    try (Served served = Served.of(home, KEYS)) {
      for (String origin :
          List.of("chrome-extension://abcdefghijklmnop", "moz-extension://0b1f-44", "null")) {
        String[] with = {"Origin", origin, "Authorization", "Bearer " + EDITOR};
        assertThat(served.postJson("/api/v1/track", json, with).statusCode())
            .as(origin)
            .isEqualTo(origin.equals("null") ? 403 : 200);
      }
      String[] reader = {chrome[0], chrome[1], "Authorization", "Bearer " + READER};
      assertThat(served.postJson("/api/v1/track", json, reader).statusCode()).isEqualTo(403);
      assertThat(served.postJson("/api/v1/track", json, chrome).statusCode()).isEqualTo(403);
    }
  }

  @Test
  void aLoginOpensASessionAndALogoutEndsIt() throws IOException {
    try (Served served = Served.of(home, KEYS)) {
      HttpResponse<String> asked = served.get("/", "Accept", "text/html");
      String token = Jsoup.parse(asked.body()).selectFirst("input[name=token]").val();
      HttpResponse<String> wrong = served.post("/login", "token=" + token + "&secret=nonsense");
      assertThat(wrong.statusCode()).isEqualTo(401);
      assertThat(served.post("/login", "secret=" + READER).statusCode()).isEqualTo(403);
      HttpResponse<String> in = served.post("/login", "token=" + token + "&secret=" + READER);
      assertThat(in.statusCode()).isEqualTo(303);
      String cookie = in.headers().firstValue("Set-Cookie").orElseThrow();
      assertThat(cookie).contains("HttpOnly", "SameSite=Strict", "Path=/;");
      String session = cookie.substring(0, cookie.indexOf(';'));
      assertThat(served.get("/", "Cookie", session).statusCode()).isEqualTo(200);
      assertThat(served.get("/", "Cookie", session + "x").statusCode()).isEqualTo(401);
      // A form of another session, or of none, is no form of this one.
      assertThat(served.post("/logout", "token=" + token, "Cookie", session).statusCode())
          .isEqualTo(403);
      assertThat(served.get("/", "Cookie", session).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void guessingEndsAfterAFewTries() throws IOException {
    try (Served served = Served.of(home, KEYS)) {
      int refused = 0;
      for (int i = 0; i < 50; i++) {
        int status = served.get("/", "Authorization", "Bearer guess-" + i).statusCode();
        assertThat(status).isIn(401, 429);
        refused += status == 429 ? 1 : 0;
      }
      assertThat(refused).isEqualTo(45);
      // Not even the right one is looked at now.
      assertThat(served.get("/", "Authorization", "Bearer " + READER).statusCode()).isEqualTo(429);
    }
  }

  @Test
  void theOpenViewReadsWithoutAToken() throws IOException {
    try (Served served = Served.of(home, Access.of(List.of("editor " + EDITOR), true))) {
      assertThat(served.get("/").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void aFileOfKeysThatMakesNoSenseIsRefused() {
    for (String line :
        List.of("admin " + READER, "reader", "reader short", "editor pbkdf2-sha256$x$y$z", "#")) {
      assertThatThrownBy(() -> Access.of(List.of(line), false))
          .as(line)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void aHashedPasswordOpensWhatItsRoleMay() throws IOException {
    String hashed = Access.hashed("a fictional pass phrase");
    assertThat(hashed).doesNotContain("fictional");
    Access access = Access.of(List.of("reader " + hashed), false);
    try (Served served = Served.of(home, access)) {
      String right = "Bearer a fictional pass phrase";
      assertThat(served.get("/", "Authorization", right).statusCode()).isEqualTo(200);
      assertThat(served.get("/", "Authorization", right + "x").statusCode()).isEqualTo(401);
      assertThat(served.get("/", "Authorization", "Bearer " + hashed).statusCode()).isEqualTo(401);
    }
  }

  @Test
  void whatAProxySaysIsBelievedOfConfiguredOnesAlone() throws IOException {
    String[] forged = {"Host: evil.example", "Forwarded: for=1.2.3.4;host=localhost;proto=https"};
    try (Served plain = Served.of(home, Access.OWN_MACHINE)) {
      assertThat(status(answer(plain, "/", forged))).isEqualTo(421);
    }
    try (Served behind =
        Served.of(home, Access.OWN_MACHINE, "/stet", Set.of(), Set.of("127.0.0.1"))) {
      assertThat(status(answer(behind, "/stet/", forged))).isEqualTo(200);
      assertThat(status(answer(behind, "/", "Host: localhost"))).isEqualTo(404);
      assertThat(status(answer(behind, "/stetlike/", "Host: localhost"))).isEqualTo(404);
      assertThat(answer(behind, "/stet/", "Host: localhost")).contains("href=\"outlets.html\"");
    }
  }

  @Test
  void everyAnswerCarriesTheHeadersThatKeepItSafe() throws IOException {
    try (Served served = Served.of(home, Access.OWN_MACHINE)) {
      for (String path : List.of("/", "/nothing", "/stet.js", "/search?q=%3Cscript%3E")) {
        HttpResponse<String> response = served.get(path, "Accept", "text/html");
        assertThat(response.headers().firstValue("Content-Security-Policy").orElse(""))
            .as(path)
            .contains("default-src 'none'", "frame-ancestors 'none'", "script-src 'self'");
        assertThat(response.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(response.headers().firstValue("Cross-Origin-Resource-Policy"))
            .hasValue("same-origin");
        assertThat(response.headers().firstValue("Server")).isEmpty();
        assertThat(response.body()).doesNotContain("<script>");
      }
    }
  }

  @Test
  void whatCannotBeReadIsRefusedAsDataToo() throws IOException {
    try (Served served = Served.of(home, Access.OWN_MACHINE)) {
      for (String path : List.of("/api/v1/edits?words=%zz", "/a/..%2fb", "/%00")) {
        String answer = answer(served, path, "Host: localhost");
        assertThat(status(answer)).as(path).isEqualTo(400);
        assertThat(answer)
            .as(path)
            .contains(
                "application/problem+json", "\"status\":400", "nosniff", "default-src 'none'");
      }
    }
  }

  @Test
  void aMethodThatIsNotAnsweredIsToldWhichAre() throws IOException {
    try (Served served = Served.of(home, Access.OWN_MACHINE)) {
      for (String[] each :
          new String[][] {
            {"DELETE", "/", "GET, HEAD"},
            {"PUT", "/watch/held", "POST"},
            {"DELETE", "/add", "GET, HEAD, POST"},
            {"GET", "/api/v1/track", "POST"},
            {"OPTIONS", "/outlets.html", "GET, HEAD"}
          }) {
        HttpResponse<String> answer =
            served.send(served.request(each[1]).method(each[0], BodyPublishers.noBody()));
        assertThat(answer.statusCode()).as(each[0] + each[1]).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).as(each[1]).hasValue(each[2]);
      }
      assertThat(served.get("/nothing").headers().firstValue("Allow")).isEmpty();
    }
  }

  @Test
  void whatSaysNoTypeIsToldSo() throws IOException {
    try (Served served = Served.of(home, Access.OWN_MACHINE)) {
      HttpResponse<String> answer =
          served.send(served.request("/api/v1/track").POST(BodyPublishers.ofString("{}")));
      assertThat(answer.statusCode()).isEqualTo(415);
      assertThat(answer.body()).contains("Content-Type");
    }
  }

  /** Browsers hide the origin of forms whose page asks them to name no referrer. */
  @Test
  void aFormOfOursComesWithoutItsOriginAndAnothersStillNeedsTheToken() throws IOException {
    try (Served served = Served.of(home, Access.OWN_MACHINE)) {
      String token = Jsoup.parse(served.get("/add").body()).selectFirst("input[name=token]").val();
      String form = "token=" + token + "&urls=ftp://courier.example/x";
      String[] same = {"Origin", "null", "Sec-Fetch-Site", "same-origin"};
      assertThat(served.post("/add", form, same).statusCode()).isEqualTo(200);
      assertThat(served.post("/add", form, "Origin", "null").statusCode()).isEqualTo(200);
      assertThat(served.post("/add", "urls=x", same).statusCode()).isEqualTo(403);
      assertThat(served.post("/add", "urls=x", "Origin", "null").statusCode()).isEqualTo(403);
      for (String site : List.of("cross-site", "same-site")) {
        String[] other = {"Origin", "null", "Sec-Fetch-Site", site};
        assertThat(served.post("/add", form, other).statusCode()).as(site).isEqualTo(403);
      }
      // Data needs no token, so its origin has to be told.
      assertThat(
              served
                  .postJson("/api/v1/untrack", "{\"urls\":[\"x\"]}", "Origin", "null")
                  .statusCode())
          .isEqualTo(403);
    }
  }
}
