package stet.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static stet.serve.Sending.AT;
import static stet.serve.Sending.EDITOR;
import static stet.serve.Sending.PAGE;
import static stet.serve.Sending.bytes;
import static stet.serve.WriteSamples.encoded;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stet.app.CollectionHome;
import stet.fetch.Newsroom;
import stet.fetch.PrivateForms;
import stet.serve.http.Access;
import tools.jackson.databind.json.JsonMapper;

/** Nobody who comes with a token has this machine ask what only this machine reaches. */
class OutboundGuardTest {
  private static final String[] KEY = {"Authorization", "Bearer " + EDITOR};

  @TempDir static Path home;
  private static Newsroom trap;
  private static Served served;
  private static String key;
  private static List<String> forms;

  @BeforeAll
  static void serve() throws IOException {
    trap = new Newsroom();
    trap.page("/", "secret").page("/admin", "secret");
    new CollectionHome(home).make();
    // What the settings allow is for who sits at the machine.
    Files.writeString(
        home.resolve("stet.toml"),
        "[fetch]\nprivate-hosts = \"localhost, 127.0.0.1\"\nmin-delay = 0\n");
    served = Served.of(home, Access.of(List.of("editor " + EDITOR), false));
    HttpResponse<String> sent = Sending.send(served, AT, "text/html", bytes(PAGE), KEY);
    key = JsonMapper.shared().readTree(sent.body()).at("/captures/0/article/key").asString();
    forms =
        PrivateForms.ALL.stream().map(f -> f.replace("TRAP", String.valueOf(trap.port()))).toList();
  }

  @AfterAll
  static void stop() throws IOException {
    served.close();
    trap.close();
    assertThat(served.faults()).isEmpty();
  }

  private static String json(String name, List<String> urls) {
    return JsonMapper.shared().writeValueAsString(java.util.Map.of(name, urls));
  }

  private static List<List<String>> parts(int size) {
    List<List<String>> parts = new ArrayList<>();
    for (int i = 0; i < forms.size(); i += size) {
      parts.add(forms.subList(i, Math.min(forms.size(), i + size)));
    }
    return parts;
  }

  /** Each way in, with every form. */
  @Test
  void noFormOfAnAddressIsAskedForSomebodyFromAfar() throws Exception {
    TreeMap<String, Integer> tries = new TreeMap<>();
    for (List<String> part : parts(50)) {
      StringBuilder add = new StringBuilder("urls=" + encoded(String.join("\n", part)));
      assertThat(served.post("/add", add.toString(), KEY).statusCode()).isEqualTo(200);
      StringBuilder chosen = new StringBuilder("anyway=x");
      part.forEach(u -> chosen.append("&feed=").append(encoded(u)));
      part.forEach(u -> chosen.append("&anyway=").append(encoded(u)));
      assertThat(served.post("/add", chosen.toString(), KEY).statusCode()).isEqualTo(200);
      for (String path : List.of("track", "check")) {
        for (String name : List.of("urls", "feeds")) {
          String sent = json(name, part);
          int status = served.postJson("/api/v1/" + path, sent, KEY).statusCode();
          assertThat(status).as(path + " " + sent).isIn(200, 400);
        }
      }
      tries.merge("add", 2 * part.size(), Integer::sum);
      tries.merge("track, check, lists", 4 * part.size(), Integer::sum);
    }
    for (String form : forms) {
      each(form);
      tries.merge("compare, import", 5, Integer::sum);
    }
    int asked = trap.connections();
    System.out.println("Private addresses from afar: " + tries + ", hits " + asked);
    assertThat(asked).isZero();
    assertThat(trap.asked()).isEmpty();
    assertThat(forms).hasSizeGreaterThan(100);
  }

  /** The same request of one who sits at the machine does reach it: so the trap works. */
  @Test
  void whoSitsAtTheMachineReachesWhatTheSettingsAllow(@TempDir Path own) throws IOException {
    try (Newsroom allowed = new Newsroom()) {
      new CollectionHome(own).make();
      Files.writeString(
          own.resolve("stet.toml"),
          "[fetch]\nprivate-hosts = \"" + allowed.authority() + "\"\nmin-delay = 0\n");
      for (Access access :
          List.of(Access.of(List.of("editor " + EDITOR), false), Access.OWN_MACHINE)) {
        try (Served here = Served.of(own, access)) {
          String sent = json("urls", List.of(allowed.url("/a")));
          assertThat(here.postJson("/api/v1/track", sent, KEY).statusCode()).isEqualTo(200);
          assertThat(here.postJson("/api/v1/check", sent, KEY).statusCode()).isEqualTo(200);
        }
        assertThat(allowed.connections() > 0).isEqualTo(access.keys().isEmpty());
      }
    }
  }

  private static void each(String form) throws IOException {
    String memento = "memento=" + encoded(form);
    String foreign = "/a/" + key + "/foreign";
    List<HttpResponse<String>> answers =
        List.of(
            served.get(foreign + "?" + memento, KEY),
            served.post(foreign + "-add", memento, KEY),
            served.postJson(
                "/api/v1/articles/" + key + "/diff",
                "{\"memento\": " + JsonMapper.shared().writeValueAsString(form) + "}",
                KEY),
            served.get("/find?url=" + encoded(form), KEY),
            Sending.send(
                served, "url=" + encoded(form) + "&time=x", "text/html", bytes(PAGE), KEY));
    for (HttpResponse<String> answer : answers) {
      assertThat(answer.statusCode()).as(form + " " + answer.request()).isLessThan(500);
      assertThat(answer.body()).doesNotContain("secret");
    }
  }
}
