package stet.notify.channel;

import java.util.Optional;
import stet.notify.Message;
import stet.notify.render.ShareCard;
import stet.report.page.CardView;
import stet.report.view.Pictures;
import stet.text.Truncation;

/**
 * The card of an edit, drawn.
 *
 * @param png its bytes
 * @param alt all of it in words, for people who hear it
 */
record Picture(byte[] png, String alt) {
  /** In pixels, as {@link Pictures} draws them. */
  static final int WIDTH = 1_200;

  static final int HEIGHT = 630;

  /** Mastodon takes 1,500 characters. */
  private static final int LONGEST_ALT = 1_400;

  /** The picture of a message; empty where it has none, it is not wanted, or cannot be drawn. */
  static Optional<Picture> of(Message message, ChannelSettings settings) {
    CardView card = settings.text("picture").equals("card") ? ShareCard.of(message) : null;
    if (card == null) {
      return Optional.empty();
    }
    byte[] png = new Pictures().png(card);
    return png == null
        ? Optional.empty()
        : Optional.of(new Picture(png, Truncation.shortened(card.alt(), LONGEST_ALT)));
  }
}
