package stet.app.alert;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import stet.app.AppException;
import stet.app.CollectionHome;
import stet.app.ServedCollection;
import stet.app.SettingKey;
import stet.app.Settings;
import stet.app.push.HubNews;
import stet.capture.Digest;
import stet.notify.channel.ChannelException;
import stet.notify.channel.Channels;
import stet.notify.channel.Surroundings;
import stet.notify.match.Links;
import stet.notify.outbox.Courier;
import stet.notify.rule.AlertRule;
import stet.notify.rule.RuleException;
import stet.notify.rule.RuleReader;
import stet.watch.store.Times;

/**
 * The rules and channels of a collection, as its settings have them.
 *
 * @param site name of the collection
 * @param links where its pages are published
 * @param rules in the order in which they are stated
 * @param channels of all names that rules may use
 * @param tables what is stated of each channel
 * @param home the collection's folder
 * @param statedAt when the settings were last changed, UTC: the rules were there since then
 */
record AlertSetup(
    String site,
    Links links,
    List<AlertRule> rules,
    Channels channels,
    Map<String, Map<String, List<String>>> tables,
    Path home,
    Instant statedAt) {
  /** So many of 65,536 changes of a variable go unseen: one. More would help to guess a secret. */
  private static final int SEEN_OF_SECRET = 4;

  /**
   * Reads them.
   *
   * @param program name and version of the program
   * @throws AppException with one line that names key, value and remedy where they are wrong
   */
  static AlertSetup read(CollectionHome home, Clock clock, String program) {
    return read(home, clock, program, line -> {});
  }

  /**
   * The same for who tells somebody what goes wrong beside that.
   *
   * @param log is told of a hub that cannot be told of feeds, by the threads of channels
   */
  static AlertSetup read(CollectionHome home, Clock clock, String program, Consumer<String> log) {
    Settings settings = home.settings();
    String base = settings.published();
    Surroundings surroundings =
        new Surroundings(
            home.folder(), clock, program, base, HubNews.of(settings, clock, log), System::getenv);
    Map<String, Map<String, List<String>>> tables = settings.alerts().channels();
    try {
      Channels channels = Channels.open(tables, surroundings);
      List<AlertRule> rules =
          RuleReader.read(settings.alerts().rules(), settings.zone(), channels.names());
      if (!settings.alerts().odd().isEmpty()) {
        throw AppException.failed(complaint(home, settings.alerts().odd().get(0)));
      }
      return new AlertSetup(
          settings.get(SettingKey.REPORT_TITLE),
          new Links(base),
          rules,
          channels,
          tables,
          home.folder(),
          statedAt(home.folder().resolve(Settings.FILE), clock));
    } catch (ChannelException | RuleException e) {
      throw AppException.failed(complaint(home, String.valueOf(e.getMessage())));
    }
  }

  private static String complaint(CollectionHome home, String what) {
    return "'" + home.folder().resolve(Settings.FILE) + "': " + what;
  }

  private static Instant statedAt(Path file, Clock clock) {
    Instant now = clock.instant();
    try {
      return Times.earlier(now, Files.getLastModifiedTime(file).toInstant());
    } catch (IOException e) {
      return now;
    }
  }

  /** Channels as the courier uses them. */
  Map<String, Courier.Line> lines() {
    Map<String, Courier.Line> lines = new HashMap<>();
    for (String name : channels.names()) {
      channels
          .get(name)
          .ifPresent(channel -> lines.put(name, new Courier.Line(channel, digest(name))));
    }
    return lines;
  }

  /** Another text whenever what channels use beside the settings may have changed. */
  String state() {
    return channels.names().stream().map(this::digest).collect(Collectors.joining(" "));
  }

  /**
   * Another one whenever the channel's settings, a file or variable with a secret, or the program
   * that it runs may have changed; the same in each run of this program.
   */
  private String digest(String name) {
    List<String> parts = new ArrayList<>();
    new TreeMap<>(tables.getOrDefault(name, Map.of()))
        .forEach(
            (key, values) -> {
              parts.add(key + "=" + values);
              for (String value : values) {
                parts.add(
                    key.endsWith("-file")
                        ? ServedCollection.stamps(home.resolve(value))
                        : key.endsWith("-env") ? variable(value) : "");
              }
            });
    channels
        .program(name)
        .ifPresent(p -> parts.add(ServedCollection.stamps(p) + " " + Files.isExecutable(p)));
    return digest(parts);
  }

  private static String variable(String name) {
    @Nullable String value = System.getenv(name);
    return value == null ? "" : digest(List.of(name, value)).substring(0, SEEN_OF_SECRET);
  }

  private static String digest(List<String> parts) {
    return Digest.of(String.join("\n", parts).getBytes(StandardCharsets.UTF_8)).hex();
  }
}
