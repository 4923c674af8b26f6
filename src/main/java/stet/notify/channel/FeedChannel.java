package stet.notify.channel;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import stet.capture.Digest;
import stet.notify.Channel;
import stet.notify.Delivery;
import stet.notify.Message;
import stet.notify.render.MailHtml;
import stet.notify.render.PlainText;
import stet.notify.render.ShortPost;
import stet.report.feed.MessageFeed;
import stet.report.feed.MessageFeed.Item;

/**
 * Feeds of each rule beside the report: RSS 2.0, Atom and JSON Feed 1.1. The last is the one that
 * is read back, so what is there is told once. Each file is put in place of the older one whole.
 */
final class FeedChannel implements Channel {
  private static final int MOST = 100;
  private static final int LONGEST_SLUG = 60;

  private final Surroundings surroundings;
  private final ChannelSettings settings;

  FeedChannel(ChannelSettings settings, Surroundings surroundings) {
    this.settings = settings;
    this.surroundings = surroundings;
  }

  @Override
  public Delivery deliver(Message message, String thread) {
    Path folder = surroundings.home().resolve("reports").resolve("alerts");
    String slug = slug(message.rule());
    try {
      Files.createDirectories(folder);
      Path json = folder.resolve(slug + ".json");
      List<Item> items = new ArrayList<>(List.of(item(message)));
      for (Item before : read(json)) {
        if (!before.id().equals(items.get(0).id()) && items.size() < MOST) {
          items.add(before);
        }
      }
      items.sort((a, b) -> b.at().compareTo(a.at()));
      MessageFeed feed =
          new MessageFeed(
              "urn:stet:alerts:" + slug,
              message.site() + ": " + message.rule(),
              surroundings.program(),
              surroundings.base(),
              surroundings.announcer().hub(),
              "alerts/",
              items);
      // What is read back goes last: whatever ends the program before, the message is told again.
      List<String> changed = new ArrayList<>();
      put(folder, slug + ".xml", feed.rss(slug + ".xml"), changed);
      put(folder, slug + ".atom", feed.atom(slug + ".atom"), changed);
      put(folder, slug + ".json", feed.json(slug + ".json"), changed);
      surroundings.announcer().changed(changed);
      return new Delivery.Sent("");
    } catch (IOException e) {
      return new Delivery.Later(
          null, "channel." + settings.name() + ": cannot write into '" + folder + "'");
    }
  }

  /** The rule's name as part of a file's; digits keep apart what that makes equal. */
  static String slug(String rule) {
    String plain =
        rule.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    String slug = plain.substring(0, Math.min(plain.length(), LONGEST_SLUG));
    return slug.equals(rule)
        ? slug
        : slug
            + (slug.isEmpty() ? "" : "-")
            + Digest.of(rule.getBytes(StandardCharsets.UTF_8)).hex().substring(0, 8);
  }

  private static Item item(Message message) {
    String language =
        message.entries().get(0).finding().story() == null
            ? ""
            : message.entries().get(0).finding().story().language();
    return new Item(
        "urn:stet:alert:" + message.id(),
        ShortPost.link(message),
        PlainText.subject(message),
        PlainText.of(message),
        MailHtml.fragment(message),
        language,
        message.at());
  }

  /** What the feed has; nothing where it is not there or no feed of ours. */
  private static List<Item> read(Path json) throws IOException {
    try {
      return MessageFeed.read(Files.readAllBytes(json));
    } catch (NoSuchFileException e) {
      return List.of();
    }
  }

  /** Puts a file in its place, unless the same lies there. */
  private static void put(Path folder, String name, byte[] content, List<String> changed)
      throws IOException {
    Path file = folder.resolve(name);
    if (Files.isRegularFile(file) && Arrays.equals(Files.readAllBytes(file), content)) {
      return;
    }
    Path draft = folder.resolve(name + ".new");
    Files.write(draft, content);
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    changed.add("alerts/" + name);
  }
}
