package stet.notify.channel;

import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import stet.capture.EnumId;
import stet.notify.channel.Field.Form;
import stet.notify.channel.web.Undelivered;
import stet.text.NearestName;
import stet.text.OneLine;
import stet.text.SafeText;
import stet.text.Truncation;

/** The settings of one channel, checked: a table {@code [channel.NAME]} of {@code stet.toml}. */
final class ChannelSettings {
  private static final int LONGEST_SHOWN = 60;

  private final String name;
  private final ChannelType type;
  private final Path home;
  private final UnaryOperator<@Nullable String> environment;
  private final Map<String, List<String>> values = new HashMap<>();
  private final Map<String, Secret> secrets = new TreeMap<>();

  /** Under which keys its secrets are stated, by their fields. */
  private final Map<String, String> keys = new HashMap<>();

  private ChannelSettings(
      String name, ChannelType type, Path home, UnaryOperator<@Nullable String> environment) {
    this.name = name;
    this.type = type;
    this.home = home;
    this.environment = environment;
  }

  /**
   * Checks a table.
   *
   * @param table what it states, by key; a scalar is a list of one
   * @param home the collection's folder, from which paths of files go
   * @param environment gives the value of a variable, null where there is none
   * @throws ChannelException when it is wrong, with one line that names key, value and remedy
   */
  static ChannelSettings read(
      String name,
      Map<String, List<String>> table,
      Path home,
      UnaryOperator<@Nullable String> environment) {
    if (!name.matches("[A-Za-z0-9][A-Za-z0-9_-]{0,63}")) {
      throw new ChannelException(
          "channel."
              + SafeText.escaped(name)
              + " must be named with letters, digits, hyphens and underscores");
    }
    ChannelSettings read = new ChannelSettings(name, type(name, table), home, environment);
    for (String key : new TreeMap<>(table).keySet()) {
      read.checkKey(key);
    }
    for (Field field : read.type.fields()) {
      read.take(field, table, environment);
    }
    read.checkTogether();
    return read;
  }

  private static ChannelType type(String name, Map<String, List<String>> table) {
    String key = "channel." + name + ".type";
    String all = "; one of " + String.join(", ", ChannelType.ids());
    List<String> stated = table.getOrDefault("type", List.of());
    if (stated.size() > 1) {
      throw new ChannelException(key + " must be one text, not a list" + all);
    }
    if (stated.isEmpty()) {
      throw new ChannelException(key + " is missing" + all);
    }
    String id = stated.get(0);
    if (!ChannelType.ids().contains(id)) {
      throw new ChannelException(
          key
              + " "
              + quoted(id)
              + " is no type of channel"
              + NearestName.hint(id, ChannelType.ids(), all));
    }
    return EnumId.read(ChannelType.class, id);
  }

  private void checkKey(String key) {
    if (type.keys().contains(key)) {
      return;
    }
    for (Field field : type.fields()) {
      if (field.name().equals(key)) {
        throw new ChannelException(
            full(key)
                + " is a secret: name the file that holds it with '"
                + key
                + "-file', or a variable of the environment with '"
                + key
                + "-env'");
      }
    }
    throw new ChannelException(
        full(SafeText.escaped(key))
            + " is no setting of a "
            + type.id()
            + " channel"
            + NearestName.hint(key, type.keys(), "; it has " + String.join(", ", type.keys())));
  }

  private void take(
      Field field, Map<String, List<String>> table, UnaryOperator<@Nullable String> environment) {
    List<String> given = new ArrayList<>();
    for (String tail : field.isHidden() ? List.of("", "-file", "-env") : List.of("")) {
      if (table.containsKey(field.name() + tail)) {
        given.add(field.name() + tail);
      }
    }
    if (given.size() > 1) {
      throw new ChannelException(
          full(given.get(0)) + " and " + full(given.get(1)) + " are both there; keep one of them");
    }
    if (given.isEmpty()) {
      if (field.needed()) {
        throw new ChannelException(
            full(field.name())
                + " is missing; set '"
                + field.name()
                + (field.form() == Form.SECRET
                    ? "-file' or '" + field.name() + "-env'"
                    : field.isHidden() ? "' or '" + field.name() + "-file'" : "'"));
      }
      values.put(field.name(), field.standard().isEmpty() ? List.of() : List.of(field.standard()));
      return;
    }
    take(field, given.get(0), table.getOrDefault(given.get(0), List.of()), environment);
  }

  private void take(
      Field field, String key, List<String> stated, UnaryOperator<@Nullable String> environment) {
    if (stated.isEmpty() || stated.size() > 1 && !field.isList()) {
      throw new ChannelException(
          full(key) + " must be " + (field.isList() ? "at least " : "") + "one value");
    }
    String only = stated.get(0);
    if (key.equals(field.name() + "-file")) {
      secrets.put(field.name(), Secret.named(full(key), only, home));
      keys.put(field.name(), key);
    } else if (key.equals(field.name() + "-env")) {
      if (!only.matches("[A-Za-z_][A-Za-z0-9_]*")) {
        throw new ChannelException(
            full(key)
                + " must be the name of a variable of the environment; what stands there is withheld,"
                + " since it may be the secret itself");
      }
      keys.put(field.name(), key);
      secrets.put(field.name(), Secret.variable(full(key), only, environment));
    } else {
      for (String value : stated) {
        String problem = field.problem(value);
        if (!problem.isEmpty()) {
          throw new ChannelException(
              full(key) + (field.isHidden() ? " " : " " + quoted(value) + " ") + problem);
        }
      }
      values.put(field.name(), List.copyOf(stated));
    }
  }

  /** What one field asks of another. */
  private void checkTogether() {
    if (type == ChannelType.COMMAND) {
      String problem = CommandFile.split(list("command"), home);
      if (!problem.isEmpty()) {
        throw new ChannelException(full("command") + " " + problem);
      }
    }
    for (Field field : type.fields()) {
      if (field.form() == Form.SERVER) {
        String problem = WebServers.problem(URI.create(text(field.name())), allowsHttp());
        if (!problem.isEmpty()) {
          throw new ChannelException(
              full(field.name()) + " " + quoted(text(field.name())) + " " + problem);
        }
      }
    }
    if (type == ChannelType.MAIL) {
      if (has("user") != has("password")) {
        String there = has("user") ? "user" : keys.getOrDefault("password", "password");
        String other = has("user") ? "password-file" : "user";
        throw new ChannelException(full(there) + " needs '" + other + "' beside it");
      }
      if (has("user")
          && text("security").equals("none")
          && !WebServers.isThisMachine(text("host"))) {
        throw new ChannelException(
            full("security")
                + " 'none' would send the password unencrypted; use 'starttls' or 'tls'");
      }
    }
  }

  private Path path(String key, String value) {
    try {
      return home.resolve(value);
    } catch (InvalidPathException e) {
      throw new ChannelException(full(key) + " " + quoted(value) + " is not a path");
    }
  }

  private String full(String key) {
    return "channel." + name + "." + key;
  }

  private static String quoted(String value) {
    return "'" + SafeText.escaped(OneLine.of(Truncation.shortened(value, LONGEST_SHOWN))) + "'";
  }

  String name() {
    return name;
  }

  ChannelType type() {
    return type;
  }

  boolean allowsHttp() {
    return values.getOrDefault("allow-http", List.of()).contains("true");
  }

  boolean has(String field) {
    return secrets.containsKey(field) || !list(field).isEmpty();
  }

  /** What is stated, else the standard; empty for neither. */
  String text(String field) {
    List<String> all = list(field);
    return all.isEmpty() ? "" : all.get(0);
  }

  List<String> list(String field) {
    return values.getOrDefault(field, List.of());
  }

  int number(String field) {
    return Integer.parseInt(text(field));
  }

  /** Of a server that is stated: its address without a slash at the end. */
  String server() {
    return text("server").replaceFirst("/+$", "");
  }

  /** A file that is stated, from the collection's folder; null for none. */
  @Nullable Path file(String field) {
    return text(field).isEmpty() ? null : path(field, text(field));
  }

  /** A secret that has to be there. */
  Secret secret(String field) {
    return Objects.requireNonNull(secrets.get(field), field);
  }

  /** What a secret says, or what was stated in its place; empty for neither. */
  String discreet(String field) throws Undelivered {
    Secret secret = secrets.get(field);
    return secret == null ? text(field) : secret.read();
  }

  /** The names of those keys that say something, as messages give them. */
  String keys(String... fields) {
    return Arrays.stream(fields)
        .filter(this::has)
        .map(f -> keys.getOrDefault(f, f))
        .collect(Collectors.joining(", ", "channel." + name + ".", ""));
  }

  /** What is wrong with a topic of ntfy that a secret holds; empty where nothing is. */
  String topicProblem(String topic) {
    for (Field field : type.fields()) {
      String problem = field.form() == Form.TOPIC ? field.problem(topic) : "";
      if (!problem.isEmpty()) {
        return keys(field.name()) + " leads to a topic that " + problem;
      }
    }
    return "";
  }

  /** The file of the program that it runs; empty for none. */
  Optional<Path> program() {
    return type == ChannelType.COMMAND
        ? Optional.ofNullable(CommandFile.find(text("command"), home, environment))
        : Optional.empty();
  }

  /** Why nothing can be told with what is named in it, a line each; no server is asked. */
  List<String> problems() {
    List<String> problems = new ArrayList<>();
    secrets.forEach((field, secret) -> problems.add(problem(field, secret)));
    if (type == ChannelType.COMMAND) {
      String problem = CommandFile.problem(text("command"), home, environment);
      problems.add(problem.isEmpty() ? "" : full("command") + ": " + problem);
    }
    problems.removeIf(String::isEmpty);
    return problems;
  }

  private String problem(String field, Secret secret) {
    try {
      String plain = field.equals("url") ? secret.address(allowsHttp()).toString() : secret.read();
      return field.equals("topic") ? topicProblem(plain) : "";
    } catch (Undelivered e) {
      return e.why();
    }
  }

  /** The same, and who else may read its secrets. */
  List<String> warnings() {
    List<String> warnings = problems();
    secrets.values().stream()
        .map(Secret::openness)
        .filter(w -> !w.isEmpty())
        .forEach(warnings::add);
    return warnings;
  }
}
