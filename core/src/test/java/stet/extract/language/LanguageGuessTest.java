package stet.extract.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import stet.article.Block;
import stet.article.TextLanguage;

/** What is told of texts that state no language, and when nothing is. */
class LanguageGuessTest {
  private static final String ENGLISH =
      "The harbour board said on Monday that the ferry will stop for three weeks while the pier is"
          + " repaired, and that buses will run instead from the market place.";
  private static final String SWEDISH =
      "Hamnstyrelsen sade i måndags att färjan ställs in under tre veckor medan bryggan repareras,"
          + " och att bussar går från torget i stället.";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sv|Hamnstyrelsen sade i måndags att färjan ställs in under tre veckor medan bryggan repareras, och att bussar går från torget i stället.",
        "da|Regeringen fremlagde fredag et forslag om at hæve afgiften på brændstof. Flere partier i Folketinget siger, at de vil stemme imod forslaget, når det kommer til behandling i næste uge.",
        "no|Havnestyret sa mandag at fergen blir innstilt i tre uker mens brygga repareres, og at det går busser fra torget i stedet for.",
        "de|Die Hafenverwaltung sagte am Montag, die Fähre werde drei Wochen lang nicht fahren, weil die Mole ausgebessert wird; statt ihrer fahren Busse vom Markt ab.",
        "nl|Het havenbestuur zei maandag dat de veerboot drie weken niet vaart omdat de pier wordt hersteld, en dat er bussen rijden vanaf de markt.",
        "fr|La direction du port a déclaré lundi que le bac ne circulerait pas pendant trois semaines, le temps de réparer la jetée, et que des cars partiraient de la place du marché.",
        "es|La junta del puerto dijo el lunes que el transbordador no saldrá durante tres semanas mientras se repara el muelle, y que habrá autobuses desde la plaza.",
        "pt|A administração do porto disse na segunda-feira que a balsa não sairá durante três semanas enquanto o cais é reparado, e que haverá ônibus a partir da praça.",
        "it|L'autorità portuale ha detto lunedì che il traghetto resterà fermo per tre settimane mentre si ripara il molo, e che ci saranno autobus dalla piazza del mercato.",
        "cs|Správa přístavu v pondělí uvedla, že přívoz nebude tři týdny jezdit, dokud se neopraví molo, a že místo něj pojedou autobusy z náměstí.",
        "sk|Správa prístavu v pondelok uviedla, že trajekt nebude tri týždne premávať, kým sa neopraví mólo, a že namiesto neho pôjdu autobusy z námestia.",
        "pl|Zarząd portu poinformował w poniedziałek, że prom nie będzie kursował przez trzy tygodnie z powodu naprawy mola, a zamiast niego pojadą autobusy z rynku.",
        "ru|Управление порта сообщило в понедельник, что паром не будет ходить три недели, пока чинят причал, и что вместо него от площади пойдут автобусы.",
        "uk|Управління порту повідомило в понеділок, що пором не ходитиме три тижні, поки ремонтують причал, і що замість нього від площі їздитимуть автобуси.",
        "ar|قالت إدارة الميناء يوم الاثنين إن العبارة ستتوقف ثلاثة أسابيع ريثما يتم إصلاح الرصيف، وإن الحافلات ستنطلق بدلا منها من ساحة السوق.",
        "fa|مدیریت بندر روز دوشنبه گفت که کشتی به مدت سه هفته حرکت نمی‌کند تا اسکله تعمیر شود و به جای آن اتوبوس‌ها از میدان بازار می‌روند.",
        "hi|बंदरगाह प्रशासन ने सोमवार को कहा कि घाट की मरम्मत होने तक नौका तीन सप्ताह नहीं चलेगी और उसकी जगह बाजार से बसें चलेंगी।",
        "el|Η διοίκηση του λιμανιού είπε τη Δευτέρα ότι το πλοίο δεν θα κάνει δρομολόγια για τρεις εβδομάδες.",
        "ko|항만청은 월요일 부두를 수리하는 동안 연락선이 삼 주 동안 운항하지 않으며 대신 시장에서 버스가 다닌다고 밝혔다.",
        "ja|港の管理事務所は月曜日、桟橋を修理する間の三週間は渡し船を運休し、代わりに市場からバスを走らせると発表した。",
        "zh|港务局星期一表示，码头维修期间渡轮将停航三个星期，改由巴士从市场出发。居民说，他们直到当天早上才知道这件事，许多人因此上班迟到。市长答应下次会提前通知，并说维修费用由市政府承担，票价不会上涨。商户则担心，三个星期没有渡轮，岛上的生意会受到很大影响。",
      })
  void tellsTheLanguageOfASentenceOrTwo(String language, String text) {
    assertThat(LanguageGuess.of(text)).isEqualTo(language);
  }

  /** What two written languages have in common is more than what parts them in a sentence. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Vlada je u petak predložila povećanje poreza na gorivo.",
        "Pemerintah pada hari Jumat mengajukan usulan untuk menaikkan pajak bahan bakar.",
        "Bridge shut after crack",
        "Ferry to run until the bridge opens",
        "12.04.2026, 14:30 – 7 : 3",
        "避難指示解除",
        "port 443 tcp listen 0.0.0.0 sudo systemctl restart nginx.service /etc/nginx/nginx.conf",
        "",
      })
  void saysNothingOfWhatIsShortOrLikeSeveral(String text) {
    assertThat(LanguageGuess.of(text)).isEmpty();
  }

  @Test
  void saysNothingOfATextInTwoScripts() {
    assertThat(LanguageGuess.of(ENGLISH + "\nУправление порта сообщило, что паром не пойдёт."))
        .isEqualTo("en");
    assertThat(
            LanguageGuess.of(
                ENGLISH
                    + "\nУправление порта сообщило в понедельник, что паром не будет ходить три"
                    + " недели, пока чинят причал, и что вместо него пойдут автобусы."))
        .isEmpty();
  }

  @Test
  void whatThePageStatesIsNeverGuessed() {
    List<Block> body = List.of(new Block.Paragraph(ENGLISH, ""));
    assertThat(LanguageGuess.of("mt", "", "", body)).isEqualTo(TextLanguage.stated("mt"));
    assertThat(LanguageGuess.of("", "", "", body)).isEqualTo(TextLanguage.guessed("en"));
    assertThat(LanguageGuess.of("", "Ferry stops", "", List.of())).isEqualTo(TextLanguage.UNKNOWN);
  }

  @Test
  void passagesThatAreMarkedAsAnotherLanguageDoNotCount() {
    List<Block> body =
        List.of(new Block.Paragraph(SWEDISH, ""), new Block.Quote(ENGLISH + ENGLISH, "en"));
    assertThat(LanguageGuess.of("", "", "", body)).isEqualTo(TextLanguage.guessed("sv"));
  }

  @Test
  void theSameTextHasTheSameAnswerInManyThreads() {
    List<String> texts = List.of(ENGLISH, SWEDISH, ENGLISH + SWEDISH);
    List<String> alone = texts.stream().map(LanguageGuess::of).toList();
    for (int round = 0; round < 50; round++) {
      assertThat(texts.parallelStream().map(LanguageGuess::of).toList()).isEqualTo(alone);
    }
  }
}
