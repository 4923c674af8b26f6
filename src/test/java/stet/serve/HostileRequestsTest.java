package stet.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static stet.serve.RawRequests.answer;
import static stet.serve.RawRequests.status;
import static stet.serve.RawRequests.told;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stet.serve.http.Access;
import tools.jackson.databind.json.JsonMapper;

/** Names and headers that somebody made up are not answered, and change nothing. */
class HostileRequestsTest {
  private static final String URI =
      "https://meridianwire.example/world/2026/04/14/sarn-fishing-talks";

  @TempDir static Path home;
  private static Served served;
  private static Served behind;
  private static String key;

  @BeforeAll
  static void serve() throws IOException {
    Served.fill(home);
    served = Served.of(home, Access.OWN_MACHINE, "", Set.of("desk.example"), Set.of());
    behind = Served.of(home, Access.OWN_MACHINE, "", Set.of("desk.example"), Set.of("127.0.0.1"));
    key =
        JsonMapper.shared()
            .readTree(served.get("/api/v1/edits").body())
            .at("/edits/0/article/key")
            .asString();
  }

  @AfterAll
  static void stop() {
    served.close();
    behind.close();
    assertThat(served.faults()).isEmpty();
    assertThat(behind.faults()).isEmpty();
  }

  @Test
  void noOtherNameIsAnswered() throws IOException {
    int port = served.port();
    List<String> hosts =
        List.of(
            "evil.example",
            "evil.example:" + port,
            "localhost.",
            "localhost.evil.example",
            "127.0.0.1.",
            "127.0.0.1.evil.example",
            "127.0.0.1.nip.io",
            "desk.example.",
            "desk.example.evil.example",
            "xdesk.example",
            "desk.example@evil.example",
            "evil.example@127.0.0.1",
            "evil.example#127.0.0.1",
            "evil.example/127.0.0.1",
            "127.0.0.1:" + port + "@evil.example",
            "127.0.0.1:80:80",
            "127.0.0.1:",
            "127.0.0.1:x",
            "localhost:999999",
            "localhost:-1",
            "local\u00b2host",
            "%6cocalhost",
            "localhost%00",
            "[::1].evil.example",
            "[::1",
            "::1",
            "[evil.example]",
            "[::1%25lo]",
            "2130706433",
            "0x7f000001",
            "127.1",
            "",
            " ",
            "localhost,evil.example",
            "evil.example, localhost",
            "localhost evil.example",
            "*",
            "localhost:80;evil",
            "\"localhost\"",
            "localhost\\evil");
    List<String> hits = new ArrayList<>();
    int tries = 0;
    String[] forwards = {
      "X-Forwarded-Host: localhost", "Forwarded: host=localhost", "X-Host: localhost",
      "X-Original-Host: localhost", "X-Forwarded-Server: localhost",
          "X-HTTP-Host-Override: localhost"
    };
    for (String host : hosts) {
      int status = status(answer(served, "/", "Host: " + host));
      if (status != 400 && status != 421) {
        hits.add(status + " " + host);
      }
      tries++;
    }
    for (String forward : forwards) {
      int status = status(answer(served, "/", "Host: evil.example", forward));
      if (status != 421) {
        hits.add(status + " " + forward);
      }
      tries++;
    }
    for (String absolute :
        List.of("http://evil.example/", "https://evil.example:80/", "http://u@localhost/")) {
      int status = status(answer(served, absolute, "Host: localhost"));
      if (status != 400 && status != 421) {
        hits.add(status + " " + absolute);
      }
      tries++;
    }
    told("Names that are not ours", tries, hits);
  }

  /** What a stranger says about how the request came changes not a byte of what is answered. */
  @Test
  void nothingThatStrangersSayStandsInAnAnswer() throws IOException {
    List<String> paths =
        List.of(
            "/",
            "/add",
            "/a/" + key + "/",
            "/feed.xml",
            "/review",
            "/api/v1/edits?limit=1",
            "/timemap/link/" + URI,
            "/timemap/json/" + URI,
            "/timegate/" + URI,
            "/memento/20260414110513/" + URI,
            "/memento/2026/" + URI,
            "/a/" + key,
            "/nothing");
    List<String> said =
        List.of(
            "X-Forwarded-Host: desk.example",
            "X-Forwarded-Host: evil.example",
            "X-Forwarded-Proto: https",
            "X-Forwarded-Prefix: /evil",
            "X-Forwarded-Port: 99",
            "Forwarded: host=desk.example;proto=https;for=1.2.3.4",
            "X-Original-URL: /watch",
            "X-Rewrite-URL: /watch",
            "X-Forwarded-Path: /evil",
            "X-Forwarded-Scheme: https",
            "X-HTTP-Method-Override: DELETE",
            "Front-End-Https: on",
            "Base-Url: http://evil.example");
    List<String> hits = new ArrayList<>();
    int tries = 0;
    for (String path : paths) {
      String plain = steady(answer(served, path, "Host: localhost"));
      for (String header : said) {
        if (!steady(answer(served, path, "Host: localhost", header)).equals(plain)) {
          hits.add(path + " " + header);
        }
        tries++;
      }
    }
    told("Headers of strangers", tries, hits);
  }

  private static String steady(String answer) {
    return answer.replaceAll("(?m)^Date: .*$", "");
  }

  /** Of a proxy that is believed, what it wrote is believed, and nothing that came through it. */
  @Test
  void whatCameThroughAProxyIsNotBelieved() throws IOException {
    String evil = "Host: evil.example";
    String honest = "X-Forwarded-For: 192.0.2.7";
    List<String> hits = new ArrayList<>();
    List<List<String>> tries =
        List.of(
            List.of(evil, "Forwarded: for=192.0.2.7;host=localhost", honest),
            List.of("Host: localhost", "Forwarded: for=203.0.113.9", honest),
            List.of("Host: localhost", "Forwarded: for=192.0.2.7;host=desk.example", honest),
            List.of("Host: localhost", "Forwarded: for=192.0.2.7;proto=https", honest),
            List.of(evil, "X-Forwarded-Host: localhost", "X-Forwarded-Host: evil.example"),
            List.of(evil, "X-Forwarded-Host: localhost, evil.example"),
            List.of(evil, "Forwarded: host=localhost", "Forwarded: host=evil.example"),
            List.of(evil, "Forwarded: host=localhost, host=evil.example"),
            List.of(evil, "X-Forwarded-Host: localhost.evil.example"),
            List.of(evil, "X-Forwarded-Host: localhost\tx"),
            List.of("Host: localhost", "X-Forwarded-Host: evil.example/localhost"));
    for (List<String> headers : tries) {
      int status = status(answer(behind, "/", headers.toArray(String[]::new)));
      if (status != 400 && status != 421) {
        hits.add(status + " " + headers);
      }
    }
    assertThat(
            answer(
                behind,
                "/timegate/" + URI,
                evil,
                "X-Forwarded-Host: desk.example",
                "X-Forwarded-Proto: https"))
        .contains("Location: https://desk.example/memento/");
    assertThat(
            status(
                answer(behind, "/", "Host: localhost", "Forwarded: for=\"192.0.2.7:99\"", honest)))
        .isEqualTo(200);
    told("Headers that clients send through a proxy", tries.size(), hits);
  }
}
