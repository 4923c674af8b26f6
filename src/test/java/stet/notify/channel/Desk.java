package stet.notify.channel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import stet.notify.Channel;
import stet.notify.Messages;

/** Opens channels as a collection's settings would. */
final class Desk {
  static final Clock CLOCK = Clock.fixed(Messages.AT, ZoneOffset.UTC);

  Announcer announcer = Announcer.NONE;
  private final Path home;
  private final Map<String, List<String>> table = new TreeMap<>();
  private final Map<String, String> variables = new HashMap<>();

  Desk(Path home, String type) {
    this.home = home;
    set("type", type);
  }

  Desk set(String key, String... values) {
    table.put(key, Arrays.asList(values));
    return this;
  }

  Desk secret(String key, String value) throws IOException {
    Path file = home.resolve(key + ".secret");
    Files.writeString(file, value + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    return set(key + "-file", file.getFileName().toString());
  }

  Desk variable(String name, String value) {
    variables.put(name, value);
    return this;
  }

  Channels open() {
    return Channels.open(
        Map.of("desk", table),
        new Surroundings(
            home, CLOCK, "stet/1.0", "https://watch.example/", announcer, variables::get));
  }

  Channel channel() {
    return open().get("desk").orElseThrow();
  }

  List<String> problem() {
    List<String> lines = new ArrayList<>();
    try {
      open();
    } catch (ChannelException e) {
      lines.add(e.getMessage());
    }
    return lines;
  }
}
