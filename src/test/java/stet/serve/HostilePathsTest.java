package stet.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static stet.serve.RawRequests.answer;
import static stet.serve.RawRequests.status;
import static stet.serve.RawRequests.told;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stet.serve.http.Access;
import stet.serve.http.Route;
import tools.jackson.databind.json.JsonMapper;

/** No path leads away from this server, and none to a file. */
class HostilePathsTest {
  private static final String URI =
      "https://meridianwire.example/world/2026/04/14/sarn-fishing-talks";

  @TempDir static Path home;
  private static Served served;
  private static String key;

  @BeforeAll
  static void serve() throws IOException {
    Served.fill(home);
    Files.writeString(home.resolve("secret.txt"), "outside of everything");
    served = Served.of(home, Access.OWN_MACHINE);
    key =
        JsonMapper.shared()
            .readTree(served.get("/api/v1/edits").body())
            .at("/edits/0/article/key")
            .asString();
  }

  @AfterAll
  static void stop() {
    served.close();
    assertThat(served.faults()).isEmpty();
  }

  /** Wherever a request is sent on, it stays here. */
  @Test
  void noRedirectLeavesTheServer() throws IOException {
    List<String> targets =
        List.of(
            "//evil.example",
            "/%5cevil.example",
            "https://evil.example",
            "https:evil.example",
            "%2f%2fevil.example",
            "\\\\evil.example",
            "javascript:x",
            "%0d%0aLocation:%20https://evil.example",
            "..//evil.example",
            "@evil.example",
            "%09//evil.example",
            "%e5%98%8a%e5%98%8dLocation:x");
    List<String> hits = new ArrayList<>();
    int tries = 0;
    int led = 0;
    for (Route route : served.routes()) {
      if (!route.method().equals("GET") || route.pattern().equals("news")) {
        continue;
      }
      for (int i = route.pattern().length() % 3; i < targets.size(); i += 3) {
        String to = targets.get(i);
        String own = route.pattern().replace("{key}", key).replaceAll("\\{.*?\\}", "1");
        String into =
            route.pattern().replaceAll("\\{.*?\\}", java.util.regex.Matcher.quoteReplacement(to));
        String query =
            "url={}&from={}&to={}&next={}&return={}&outlet={}&before={}".replace("{}", to);
        for (String target :
            List.of("/" + own + "?" + query, "/" + into, "/" + to, "//evil.example/" + own)) {
          String answer =
              answer(served, target.replace("\\", "%5c"), "Host: localhost:" + served.port());
          tries++;
          led += leads(hits, target, answer);
        }
      }
    }
    led +=
        leads(hits, "find", answer(served, "/find?url=" + URI, "Host: localhost:" + served.port()));
    led +=
        leads(hits, "gate", answer(served, "/timegate/" + URI, "Host: localhost:" + served.port()));
    assertThat(led).isGreaterThan(4);
    told("Redirects, of which " + led + " led somewhere", tries, hits);
  }

  private static int leads(List<String> hits, String target, String answer) {
    String head = answer.split("\r\n\r\n", 2)[0];
    int count = 0;
    for (String line : head.split("\r\n")) {
      if (line.regionMatches(true, 0, "Location:", 0, 9)) {
        count++;
        String to = line.substring(9).strip();
        boolean here = to.startsWith("http://localhost:" + served.port() + "/");
        boolean relative = to.matches("(?:\\.\\./)*[\\w?][^\\\\:\\r\\n]*") && !to.contains("//");
        if (!here && !relative) {
          hits.add(target + " -> " + to);
        }
      }
    }
    if (count > 1) {
      hits.add(target + " has two of them");
    }
    return count;
  }

  /** No way of writing a path leads to a file. */
  @Test
  void noPathLeadsToAFile() throws IOException {
    List<String> ups =
        List.of(
            "../",
            "..%2f",
            "%2e%2e/",
            "%2e%2e%2f",
            "%252e%252e%252f",
            "..%5c",
            "..\\",
            "..;/",
            ".%00./",
            "..%00/",
            "....//",
            "..%c0%af",
            "..%u2215",
            "%c0%ae%c0%ae/",
            "..%ef%bc%8f",
            "./../",
            "..%3b/",
            "..;a=b/");
    List<String> files = List.of("secret.txt", "etc/passwd", "META-INF/MANIFEST.MF");
    List<String> roots =
        List.of(
            "",
            "a/",
            "a/" + key + "/",
            "o/",
            "api/v1/",
            "api/v1/articles/",
            "memento/2026/",
            "timemap/link/");
    List<String> hits = new ArrayList<>();
    int tries = 0;
    for (String root : roots) {
      for (String up : ups) {
        for (String file : files) {
          for (int depth : new int[] {1, 3, 12}) {
            String target = "/" + root + up.repeat(depth) + file + (depth == 3 ? "%00.html" : "");
            reached(hits, target, answer(served, target, "Host: localhost"));
            tries++;
          }
        }
      }
    }
    for (String odd :
        List.of(
            "/" + "a/".repeat(7_000),
            "/" + "../".repeat(5_000),
            "file:///etc/passwd",
            "*",
            "/%",
            "/%zz",
            "/~root",
            "/.git/config",
            "/WEB-INF/web.xml",
            "/" + home.resolve("stet.db"))) {
      reached(hits, odd, answer(served, odd, "Host: localhost"));
      tries++;
    }
    told("Paths to files", tries, hits);
  }

  private static void reached(List<String> hits, String target, String answer) {
    boolean file =
        answer.contains("outside of everything")
            || answer.contains("SQLite format 3")
            || answer.contains("root:x:")
            || answer.contains("Manifest-Version");
    if (status(answer) < 400 && status(answer) != 303 || status(answer) >= 500 || file) {
      hits.add(status(answer) + " " + target);
    }
  }
}
