package stet.notify.channel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import stet.capture.EnumId;
import stet.notify.channel.Field.Form;

/** The kinds of channels, each with the fields of its settings. */
enum ChannelType {
  MAIL(
      false,
      Field.needed("host", Form.NAME),
      Field.number("port", 0, 1, 65_535),
      Field.choice("security", "starttls", "tls", "none"),
      Field.optional("user", Form.TEXT),
      Field.optional("password", Form.SECRET),
      Field.needed("from", Form.ADDRESS),
      Field.needed("to", Form.ADDRESSES),
      Field.optional("reply-to", Form.ADDRESS),
      Field.optional("unsubscribe", Form.LINK),
      Field.optional("list-id", Form.NAME),
      Field.number("timeout", 30, 1, 300),
      Field.optional("ca-file", Form.TEXT)),
  WEBHOOK(true, Field.needed("url", Form.SECRET), Field.optional("secret", Form.SECRET)),
  SLACK(true, Field.needed("url", Form.SECRET)),
  MATTERMOST(true, Field.needed("url", Form.SECRET)),
  DISCORD(true, Field.needed("url", Form.SECRET)),
  TEAMS(true, Field.needed("url", Form.SECRET)),
  NTFY(
      true,
      Field.standard("server", Form.SERVER, "https://ntfy.sh"),
      Field.needed("topic", Form.TOPIC),
      Field.optional("token", Form.SECRET),
      Field.number("priority", 3, 1, 5),
      Field.optional("tags", Form.TEXTS)),
  MATRIX(
      true,
      Field.needed("server", Form.SERVER),
      Field.needed("room", Form.ROOM),
      Field.needed("token", Form.SECRET)),
  MASTODON(
      true,
      Field.needed("server", Form.SERVER),
      Field.needed("token", Form.SECRET),
      Field.choice("visibility", "unlisted", "public", "private", "direct"),
      Field.standard("language", Form.LANGUAGE, "en"),
      Field.number("characters", 500, 200, 100_000),
      Field.choice("picture", "card", "none")),
  BLUESKY(
      true,
      Field.standard("server", Form.SERVER, "https://bsky.social"),
      Field.needed("user", Form.HANDLE),
      Field.needed("password", Form.SECRET),
      Field.choice("picture", "card", "none")),
  COMMAND(false, Field.needed("command", Form.COMMAND), Field.number("timeout", 30, 1, 3_600)),
  FEED(false);

  private final List<Field> fields;

  ChannelType(boolean asksServers, Field... own) {
    List<Field> all = new ArrayList<>(Arrays.asList(own));
    if (asksServers) {
      all.add(Field.number("timeout", 30, 1, 300));
      all.add(Field.optional("ca-file", Form.TEXT));
      all.add(Field.choice("allow-http", "false", "true"));
    }
    fields = List.copyOf(all);
  }

  /** Its fields besides {@code type}, in the order in which they are explained. */
  List<Field> fields() {
    return fields;
  }

  /** As settings name it. */
  String id() {
    return EnumId.of(this);
  }

  /** Every name that a table of this type may have. */
  List<String> keys() {
    List<String> keys = new ArrayList<>(List.of("type"));
    for (Field field : fields) {
      if (field.form() != Form.SECRET) {
        keys.add(field.name());
      }
      if (field.isHidden()) {
        keys.add(field.name() + "-file");
        keys.add(field.name() + "-env");
      }
    }
    return keys;
  }

  static List<String> ids() {
    return Arrays.stream(values()).map(ChannelType::id).toList();
  }
}
