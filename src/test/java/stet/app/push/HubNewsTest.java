package stet.app.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stet.cli.Cli;
import stet.fetch.discovery.DiscoveryReader;
import stet.fetch.discovery.HubLinks;

/** A hub is told of the feeds of a report that name it, when they have changed. */
class HubNewsTest {
  private static final String BASE = "https://edits.example/x/";

  @TempDir Path home;
  private TestHub hub;

  @BeforeEach
  void open() throws IOException {
    hub = TestHub.of(null);
    Cli.run("import", "--home", home, "snapshots/sample");
    settings(
        "report.base-url = \"https://edits.example/x\"\nwebsub.hub = \""
            + hub.url()
            + "\"\nfetch.private-hosts = \"127.0.0.1\"\n");
  }

  @AfterEach
  void close() {
    hub.close();
  }

  private void settings(String toml) throws IOException {
    Files.writeString(home.resolve("stet.toml"), toml);
  }

  private List<String> told() {
    return hub.requests.stream().map(r -> r.get("hub.url")).toList();
  }

  /** Names of all feeds of the report. */
  private List<String> feeds() throws IOException {
    Path site = home.resolve("reports");
    List<String> names = new ArrayList<>();
    try (Stream<Path> files = Files.walk(site)) {
      files
          .map(f -> site.relativize(f).toString())
          .filter(n -> n.endsWith("feed.xml") || n.matches("(.*/)?feed\\.json|o/.*\\.(xml|json)"))
          .filter(n -> !n.endsWith("-figures.json"))
          .forEach(names::add);
    }
    return names;
  }

  @Test
  void isToldOfEachFeedThatChangedAndOfNoOther() throws IOException {
    assertThat(Cli.run("report", "--home", home).code()).isZero();
    List<String> expected = feeds().stream().map(n -> BASE + n).toList();
    assertThat(told()).containsExactlyInAnyOrderElementsOf(expected).hasSizeGreaterThan(10);
    assertThat(told().get(told().size() - 1)).startsWith(BASE + "a/");
    for (Map<String, String> form : hub.requests) {
      assertThat(form)
          .containsOnlyKeys("hub.mode", "hub.url", "hub.topic")
          .containsEntry("hub.mode", "publish")
          .containsEntry("hub.topic", form.get("hub.url"));
    }
    hub.requests.clear();
    assertThat(Cli.run("report", "--home", home).code()).isZero();
    assertThat(hub.requests).isEmpty();
  }

  @Test
  void everyFeedNamesTheHubAndItself() throws IOException {
    Cli.run("report", "--home", home);
    for (String name : feeds()) {
      byte[] bytes = Files.readAllBytes(home.resolve("reports").resolve(name));
      HubLinks links = DiscoveryReader.read(bytes, "", "https://mirror.example/" + name).hubLinks();
      assertThat(links).as(name).isEqualTo(new HubLinks(BASE + name, List.of(hub.url())));
    }
  }

  @Test
  void aHubThatFailsFailsNoReport() throws IOException {
    hub.answers(500, "out\nof \u001b[31morder");
    Cli.Result result = Cli.run("report", "--home", home);
    assertThat(result.code()).isZero();
    assertThat(result.err().lines().filter(l -> l.contains("hub")))
        .singleElement()
        .asString()
        .contains("was not told that " + feeds().size() + " feeds changed: it answered 500: out of")
        .doesNotContain("\u001b");
    assertThat(hub.requests).hasSize(1);
    hub.close();
    assertThat(Cli.run("report", "--home", home, "--all").code()).isZero();
  }

  @Test
  void withoutAPublicAddressNobodyIsTold() throws IOException {
    settings("websub.hub = \"" + hub.url() + "\"\nfetch.private-hosts = \"127.0.0.1\"\n");
    assertThat(Cli.run("report", "--home", home).code()).isZero();
    assertThat(hub.requests).isEmpty();
    assertThat(Files.readString(home.resolve("reports/feed.xml"))).doesNotContain("rel=\"hub\"");
  }

  @Test
  void aPrivateHubIsToldOnlyWhereTheSettingsAllowIt() throws IOException {
    settings("report.base-url = \"https://edits.example/x\"\nwebsub.hub = \"" + hub.url() + "\"\n");
    Cli.Result result = Cli.run("report", "--home", home);
    assertThat(result.code()).isZero();
    assertThat(result.err()).contains("loopback");
    assertThat(hub.requests).isEmpty();
  }
}
