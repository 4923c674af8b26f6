package stet.notify.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stet.notify.Messages;
import stet.notify.channel.Receiver.Got;
import stet.notify.channel.Receiver.Say;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.toml.TomlMapper;

/** docs/ALERTS.md tells every key of every channel, and what it shows works. */
class AlertsDocTest {
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+)\n(.*?)^```$");

  @TempDir Path home;

  private static String page() throws IOException {
    return Files.readString(Path.of("docs/ALERTS.md"));
  }

  private static List<String> blocks(String language) throws IOException {
    List<String> blocks = new ArrayList<>();
    Matcher m = BLOCK.matcher(page());
    while (m.find()) {
      if (m.group(1).equals(language)) {
        blocks.add(m.group(2));
      }
    }
    return blocks;
  }

  @Test
  void everyKeyIsTold() throws IOException {
    String shared = part("All channels that ask a server");
    for (ChannelType type : ChannelType.values()) {
      String own = part(type.id());
      for (String key : type.keys()) {
        assertThat(own + shared).as(type.id()).contains("`" + key + "`");
      }
    }
  }

  private static String part(String heading) throws IOException {
    String page = page() + "\n### ";
    int start = page.indexOf("\n### " + heading + "\n");
    assertThat(start).as(heading).isPositive();
    return page.substring(start, page.indexOf("\n### ", start + 5)) + " `type`";
  }

  @Test
  void theExamplesAreRight() throws IOException {
    Map<String, String> types = new TreeMap<>();
    for (String block : blocks("toml")) {
      JsonNode channels = new TomlMapper().readTree(block).path("channel");
      channels
          .properties()
          .forEach(
              e -> {
                Map<String, List<String>> table = new TreeMap<>();
                e.getValue().properties().forEach(f -> table.put(f.getKey(), values(f.getValue())));
                ChannelSettings read = ChannelSettings.read(e.getKey(), table, home, name -> null);
                types.put(read.type().id(), read.name());
              });
    }
    assertThat(types.keySet()).containsExactlyInAnyOrderElementsOf(ChannelType.ids());
  }

  private static List<String> values(JsonNode value) {
    List<String> values = new ArrayList<>();
    if (value.isArray()) {
      value.forEach(v -> values.add(v.asString()));
    } else {
      values.add(value.asString());
    }
    return values;
  }

  private Got signed() throws Exception {
    try (Receiver server = new Receiver(g -> Say.json("ok"))) {
      Kinds.desk("webhook", home, server.address())
          .channel()
          .deliver(Messages.saying("Brücke “wieder” offen 🌉"), "");
      return server.got().get(0);
    }
  }

  @Test
  void theSignatureIsCheckedAsShownInPython() throws Exception {
    assumeTrue(answers(List.of("python3", "-c", "print(1)"), Map.of()).equals("1"), "no python3");
    Got got = signed();
    String call =
        "\nbody = open('body.json', 'rb').read()\n"
            + "print(is_ours(b'signing-"
            + Kinds.SECRET
            + "', '%s', '%s', body, %s))\n";
    String timestamp = got.field("Stet-Timestamp");
    String signature = got.field("Stet-Signature");
    Files.write(home.resolve("body.json"), got.body());
    String code = blocks("python").get(0);
    List<String> python = new ArrayList<>(List.of("python3", "-c"));
    python.add(code + call.formatted(timestamp, signature, timestamp));
    assertThat(answers(python, Map.of())).isEqualTo("True");
    python.set(2, code + call.formatted(timestamp, signature, Long.parseLong(timestamp) + 301));
    assertThat(answers(python, Map.of())).isEqualTo("False");
    Files.writeString(home.resolve("body.json"), got.text() + " ");
    python.set(2, code + call.formatted(timestamp, signature, timestamp));
    assertThat(answers(python, Map.of())).isEqualTo("False");
  }

  @Test
  void theSignatureIsCheckedAsShownInAShell() throws Exception {
    assumeTrue(
        answers(List.of("openssl", "version"), Map.of()).startsWith("OpenSSL"), "no openssl");
    Got got = signed();
    Map<String, String> given =
        Map.of(
            "SECRET", "signing-" + Kinds.SECRET,
            "TIMESTAMP", got.field("Stet-Timestamp"),
            "SIGNATURE", got.field("Stet-Signature"));
    List<String> shell = List.of("sh", "-c", blocks("sh").get(0));
    Files.write(home.resolve("body.json"), got.body());
    assertThat(answers(shell, given)).isEqualTo("ours");
    Files.writeString(home.resolve("body.json"), got.text() + " ");
    assertThat(answers(shell, given)).isEqualTo("foreign");
  }

  private String answers(List<String> command, Map<String, String> variables) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(home.toFile()).redirectErrorStream(true);
    builder.environment().putAll(variables);
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      process.waitFor();
      return said.strip();
    } catch (IOException e) {
      return "";
    }
  }
}
