package stet.notify.channel;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import stet.notify.channel.Receiver.Got;
import stet.notify.channel.Receiver.Say;

/** Every kind of channel that asks a server, set up against one on this machine. */
final class Kinds {
  static final String SECRET = "s3cr3t-of-this-channel";

  static final List<String> ALL =
      List.of(
          "webhook",
          "slack",
          "mattermost",
          "discord",
          "teams",
          "ntfy",
          "matrix",
          "mastodon",
          "bluesky");

  private Kinds() {}

  static Desk desk(String type, Path home, String server) throws IOException {
    Desk desk = new Desk(home, type).set("timeout", "20");
    return switch (type) {
      case "webhook" ->
          desk.secret("url", server + "/hook/" + SECRET).secret("secret", "signing-" + SECRET);
      case "slack", "mattermost", "discord", "teams" ->
          desk.secret("url", server + "/services/T0001/B0001/" + SECRET);
      case "ntfy" ->
          desk.set("server", server)
              .secret("topic", "topic-" + SECRET)
              .secret("token", "tk_" + SECRET)
              .set("priority", "4")
              .set("tags", "newspaper", "pencil");
      case "matrix" ->
          desk.set("server", server)
              .set("room", "!abc/def:paper.example")
              .secret("token", "syt_" + SECRET);
      case "mastodon" ->
          desk.set("server", server).secret("token", "token-" + SECRET).set("picture", "none");
      case "bluesky" ->
          desk.set("server", server)
              .set("user", "desk.paper.example")
              .secret("password", "abcd-" + SECRET)
              .set("picture", "none");
      default -> throw new IllegalArgumentException(type);
    };
  }

  /** What the real server answers when all is well. */
  static Say well(Got got) {
    if (got.path().endsWith("createSession")) {
      return Say.json("{\"did\": \"did:plc:desk\", \"accessJwt\": \"jwt." + SECRET + "\"}");
    }
    if (got.path().endsWith("uploadBlob")) {
      return Say.json(
          "{\"blob\": {\"$type\": \"blob\", \"ref\": {\"$link\": \"bafkrei\"}, \"size\": 1}}");
    }
    if (got.path().endsWith("putRecord")) {
      return Say.json(
          "{\"uri\": \"at://did:plc:desk/app.bsky.feed.post/3kfix\", \"cid\": \"bafyrei\"}");
    }
    if (got.path().startsWith("/_matrix")) {
      return Say.json("{\"event_id\": \"$event:paper.example\"}");
    }
    if (got.path().startsWith("/api/")) {
      return Say.json("{\"id\": \"109501\"}");
    }
    return Say.json("ok");
  }

  /** Whether the request hands the message over, rather than preparing that. */
  static boolean isLast(Got got) {
    return !got.path().endsWith("createSession") && !got.path().endsWith("uploadBlob");
  }
}
