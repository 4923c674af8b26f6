package stet.notify.channel;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import stet.notify.Channel;
import stet.notify.channel.web.HttpCaller;

/** The channels that the settings of a collection describe, by their names. */
public final class Channels implements AutoCloseable {
  private final Map<String, Channel> channels = new LinkedHashMap<>();
  private final List<ChannelSettings> settings = new ArrayList<>();

  private Channels() {}

  /**
   * Opens all of them. Nothing is asked and no secret is read before the first message.
   *
   * @param tables each {@code [channel.NAME]} by its name, each value of a key as a list
   * @throws ChannelException when one is wrong, with one line that names key, value and remedy
   */
  public static Channels open(
      Map<String, Map<String, List<String>>> tables, Surroundings surroundings) {
    Channels all = new Channels();
    for (var table : new TreeMap<>(tables).entrySet()) {
      ChannelSettings settings =
          ChannelSettings.read(
              table.getKey(), table.getValue(), surroundings.home(), surroundings.environment());
      all.settings.add(settings);
      all.channels.put(table.getKey(), channel(settings, surroundings));
    }
    return all;
  }

  private static Channel channel(ChannelSettings settings, Surroundings surroundings) {
    return switch (settings.type()) {
      case MAIL -> new MailChannel(settings);
      case COMMAND -> new CommandChannel(settings, surroundings);
      case FEED -> new FeedChannel(settings, surroundings);
      default -> asking(settings, http(settings, surroundings));
    };
  }

  private static HttpCaller http(ChannelSettings settings, Surroundings surroundings) {
    return new HttpCaller(
        Duration.ofSeconds(settings.number("timeout")),
        Trust.of(settings),
        surroundings.program(),
        surroundings.clock());
  }

  private static Channel asking(ChannelSettings settings, HttpCaller http) {
    return switch (settings.type()) {
      case WEBHOOK -> new WebhookChannel(settings, http);
      case SLACK -> new SlackChannel(settings, http);
      case MATTERMOST -> new MattermostChannel(settings, http);
      case DISCORD -> new DiscordChannel(settings, http);
      case TEAMS -> new TeamsChannel(settings, http);
      case NTFY -> new NtfyChannel(settings, http);
      case MATRIX -> new MatrixChannel(settings, http);
      case MASTODON -> new MastodonChannel(settings, http);
      case BLUESKY -> new BlueskyChannel(settings, http);
      case MAIL, COMMAND, FEED -> throw new IllegalArgumentException(settings.type().id());
    };
  }

  /** The channel of that name; empty where there is none. */
  public Optional<Channel> get(String name) {
    return Optional.ofNullable(channels.get(name));
  }

  /** Names of all, in order. */
  public List<String> names() {
    return List.copyOf(channels.keySet());
  }

  /**
   * What a person should know of where secrets and programs lie, a line each. Secrets are read, and
   * no server is asked.
   */
  public List<String> warnings() {
    return settings.stream().flatMap(one -> one.warnings().stream()).toList();
  }

  /** The same of one channel alone. */
  public List<String> warnings(String name) {
    return named(name).flatMap(one -> one.warnings().stream()).toList();
  }

  /** Why nothing can be told through a channel as it is set up, a line each. */
  public List<String> problems(String name) {
    return named(name).flatMap(one -> one.problems().stream()).toList();
  }

  private Stream<ChannelSettings> named(String name) {
    return settings.stream().filter(one -> one.name().equals(name));
  }

  /** The file of the program that a channel runs; empty for none. */
  public Optional<Path> program(String name) {
    return named(name).flatMap(one -> one.program().stream()).findFirst();
  }

  @Override
  public void close() {
    channels.values().forEach(Channel::close);
  }
}
