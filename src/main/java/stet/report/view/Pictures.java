package stet.report.view;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.text.AttributedString;
import java.util.List;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import stet.report.page.CardView;
import stet.report.page.Run;
import stet.report.words.Numbers;

/**
 * Draws cards as PNG, because places where links are shared show no SVG. Text is drawn with the
 * fonts that this machine has, so the bytes differ between machines. Where Java cannot draw text at
 * all (a system without fontconfig or without any font), or no font has the letters, there is no
 * PNG; the SVG is there in any case.
 */
public final class Pictures {
  private static final int WIDTH = 1200;
  private static final int HEIGHT = 630;
  private static final int LEFT = 80;
  private static final int ROOM = WIDTH - 2 * LEFT;
  private static final Color PAPER = new Color(0xfdfcf8);
  private static final Color INK = new Color(0x1c1b19);
  private static final Color SOFT = new Color(0x625e56);
  private static final Color DELETED = new Color(0x9c1f12);
  private static final Color INSERTED = new Color(0x0a4f8f);

  private boolean broken;
  private int missing;

  public Pictures() {
    // A display that is named and does not answer would otherwise stop everything.
    if (System.getProperty("java.awt.headless") == null) {
      System.setProperty("java.awt.headless", "true");
    }
  }

  /** The card as PNG; null where it cannot be drawn. */
  public byte @Nullable [] png(CardView card) {
    if (broken) {
      return null;
    }
    try {
      byte[] drawn = isShowable(card) ? encode(draw(card)) : null;
      missing += drawn == null ? 1 : 0;
      return drawn;
    } catch (RuntimeException | LinkageError | InternalError | IOException e) {
      // Java says "Fontconfig head is null" with an InternalError or a NullPointerException, and
      // misses a native library with a LinkageError; which one depends on release and system.
      broken = true;
      return null;
    }
  }

  /** One line about what could not be drawn; empty where everything was. */
  public String note() {
    if (broken) {
      return "no PNG pictures: this Java cannot draw text; install fontconfig and a font"
          + " and run 'stet report --all', or set 'report.pictures' to 'svg'";
    }
    return missing == 0
        ? ""
        : Numbers.of(missing, "picture", "pictures")
            + " not drawn as PNG: no font here has the letters";
  }

  private static boolean isShowable(CardView card) {
    StringBuilder text = new StringBuilder(card.outlet());
    for (List<CardView.Line> lines : List.of(card.headline(), card.words())) {
      lines.forEach(l -> l.runs().forEach(r -> text.append(r.text())));
    }
    return new Font(Font.SERIF, Font.PLAIN, 38).canDisplayUpTo(text.toString()) < 0;
  }

  private static BufferedImage draw(CardView card) {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    try {
      g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      g.setRenderingHint(
          RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
      g.setStroke(new BasicStroke(2));
      g.setColor(PAPER);
      g.fillRect(0, 0, WIDTH, HEIGHT);
      g.setColor(Color.decode(card.colour()));
      g.fillRect(0, 0, 16, HEIGHT);
      Font small = new Font(Font.SANS_SERIF, Font.PLAIN, 26);
      small(g, card.outlet() + " · " + card.edit(), small, 76);
      boolean right = card.dir().equals("rtl");
      card.headline().forEach(l -> line(g, l, new Font(Font.SERIF, Font.BOLD, 54), right));
      card.words().forEach(l -> line(g, l, new Font(Font.SERIF, Font.PLAIN, 38), right));
      small(g, card.when(), small, 580);
      g.setColor(INK);
      Font mark = new Font(Font.SERIF, Font.BOLD | Font.ITALIC, 34);
      g.setFont(mark);
      g.drawString("stet", WIDTH - LEFT - g.getFontMetrics().stringWidth("stet"), 580);
    } finally {
      g.dispose();
    }
    return image;
  }

  private static void small(Graphics2D g, String text, Font font, int y) {
    if (!text.isBlank()) {
      AttributedString styled = new AttributedString(text);
      styled.addAttribute(TextAttribute.FONT, font);
      styled.addAttribute(TextAttribute.FOREGROUND, SOFT);
      put(g, styled, y, false);
    }
  }

  private static void line(Graphics2D g, CardView.Line line, Font font, boolean right) {
    StringBuilder text = new StringBuilder();
    line.runs().forEach(r -> text.append(r.text()));
    if (text.toString().isBlank()) {
      return;
    }
    AttributedString styled = new AttributedString(text.toString());
    styled.addAttribute(TextAttribute.FONT, font);
    styled.addAttribute(TextAttribute.FOREGROUND, INK);
    styled.addAttribute(
        TextAttribute.RUN_DIRECTION,
        right ? TextAttribute.RUN_DIRECTION_RTL : TextAttribute.RUN_DIRECTION_LTR);
    int at = 0;
    for (Run run : line.runs()) {
      int end = at + run.text().length();
      if (end > at) {
        style(styled, run.kind(), font, at, end);
      }
      at = end;
    }
    put(g, styled, line.y(), right);
  }

  private static void style(AttributedString text, Run.Kind kind, Font font, int from, int to) {
    if (kind == Run.Kind.DELETED) {
      text.addAttribute(TextAttribute.FOREGROUND, DELETED, from, to);
      text.addAttribute(TextAttribute.STRIKETHROUGH, TextAttribute.STRIKETHROUGH_ON, from, to);
    } else if (kind == Run.Kind.INSERTED) {
      text.addAttribute(TextAttribute.FOREGROUND, INSERTED, from, to);
      text.addAttribute(TextAttribute.FONT, font.deriveFont(Font.BOLD), from, to);
      text.addAttribute(TextAttribute.UNDERLINE, TextAttribute.UNDERLINE_ON, from, to);
    }
  }

  /** Draws a line, narrowed where this machine's letters are wider than was reckoned with. */
  private static void put(Graphics2D g, AttributedString text, int y, boolean right) {
    TextLayout layout = new TextLayout(text.getIterator(), g.getFontRenderContext());
    double scale = Math.min(1, ROOM / (double) Math.max(1, layout.getAdvance()));
    double x = right ? WIDTH - LEFT - layout.getAdvance() * scale : LEFT;
    Graphics2D own = (Graphics2D) g.create();
    own.translate(x, y);
    own.scale(scale, 1);
    layout.draw(own, 0, 0);
    own.dispose();
  }

  private static byte[] encode(BufferedImage image) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream(32_768);
    ImageIO.setUseCache(false);
    if (!ImageIO.write(image, "png", out)) {
      throw new IOException("this Java writes no PNG");
    }
    return out.toByteArray();
  }
}
