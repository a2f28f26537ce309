package org.quietbell.source;

import java.text.Normalizer;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// Names of months, days and zones as feeds write them.
final class DateWords {
    /// Twelve names a row, in order, lower case without accents; variants of one month by `/`.
    private static final String[] MONTHS = {
        // English
        "january/jan february/feb/febr march/mar april/apr may june/jun july/jul august/aug"
                + " september/sep/sept october/oct november/nov december/dec",
        // German
        "januar/jan/janner/jaenner februar/feb marz/mrz/maerz april/apr mai juni/jun juli/jul"
                + " august/aug september/sep oktober/okt november/nov dezember/dez",
        // French
        "janvier/janv fevrier/fevr/fev mars avril/avr mai juin juillet/juil aout septembre/sept"
                + " octobre/oct novembre/nov decembre/dec",
        // Spanish
        "enero/ene febrero/feb marzo/mar abril/abr mayo/may junio/jun julio/jul agosto/ago"
                + " septiembre/setiembre/sep octubre/oct noviembre/nov diciembre/dic",
        // Portuguese
        "janeiro/jan fevereiro/fev marco/mar abril/abr maio/mai junho/jun julho/jul agosto/ago"
                + " setembro/set outubro/out novembro/nov dezembro/dez",
        // Italian
        "gennaio/gen febbraio/feb marzo/mar aprile/apr maggio/mag giugno/giu luglio/lug agosto/ago"
                + " settembre/set ottobre/ott novembre/nov dicembre/dic",
        // Dutch
        "januari/jan februari/feb maart/mrt april/apr mei juni/jun juli/jul augustus/aug"
                + " september/sep oktober/okt november/nov december/dec",
        // Norwegian, Danish, Swedish
        "januar/januari februar/februari mars/marts april mai/maj juni juli august/augusti"
                + " september oktober november desember/des/december",
        // Polish, as in a date
        "stycznia/sty lutego/lut marca/mar kwietnia/kwi maja/maj czerwca/cze lipca/lip sierpnia/sie"
                + " wrzesnia/wrz pazdziernika/paz listopada/lis grudnia/gru",
        // Russian, as in a date
        "января/янв февраля/фев марта/мар апреля/апр мая июня/июн июля/июл августа/авг"
                + " сентября/сен/сент октября/окт ноября/ноя декабря/дек",
        // Greek
        "ιανουαριου/ιαν φεβρουαριου/φεβ μαρτιου/μαρ/μαω απριλιου/απρ μαιου/μαι ιουνιου/ιουν/ιον"
                + " ιουλιου/ιουλ/ιολ αυγουστου/αυγ σεπτεμβριου/σεπ οκτωβριου/οκτ νοεμβριου/νοε"
                + " δεκεμβριου/δεκ",
        // Hungarian
        "januar februar/februari marcius aprilis majus/maujus junius julius augusztus szeptember oktober"
                + " november december",
        // Turkish
        "ocak/oca subat/sub mart nisan/nis mayis haziran/haz temmuz/tem agustos/agu eylul/eyl"
                + " ekim/eki kasim/kas aralik/ara",
        // Russian, as in a heading
        "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
        // Ukrainian, as in a date
        "січня/січ лютого/лют березня/бер квітня/кві травня/тра червня/чер липня/лип серпня/сер"
                + " вересня/вер жовтня/жов листопада/лис грудня/гру",
        // Bulgarian
        "януари/яну февруари/фев март/мар април/апр май юни юли август/авг септември/сеп"
                + " октомври/окт ноември/ное декември/дек",
        // Czech, as in a date
        "ledna/led unora/uno brezna/bre dubna/dub kvetna/kve cervna/cer cervence/cvc srpna/srp"
                + " zari/zar rijna/rij listopadu/lis prosince/pro",
        // Finnish, bare and as in a date
        "tammikuu/tammikuuta/tammi helmikuu/helmikuuta/helmi maaliskuu/maaliskuuta/maalis"
                + " huhtikuu/huhtikuuta/huhti toukokuu/toukokuuta/touko kesakuu/kesakuuta/kesa"
                + " heinakuu/heinakuuta/heina elokuu/elokuuta/elo syyskuu/syyskuuta/syys"
                + " lokakuu/lokakuuta/loka marraskuu/marraskuuta/marras joulukuu/joulukuuta/joulu",
        // Romanian
        "ianuarie/ian februarie/feb martie/mar aprilie/apr mai iunie/iun iulie/iul august/aug"
                + " septembrie/sept octombrie/oct noiembrie/noi decembrie/dec",
        // Catalan
        "gener/gen febrer/febr marc/mar abril/abr maig juny juliol/jul agost/ago setembre/set"
                + " octubre/oct novembre/nov desembre/des",
        // Indonesian
        "januari/jan februari/feb maret/mar april/apr mei juni/jun juli/jul agustus/agu/agt"
                + " september/sep oktober/okt november/nov desember/des",
        // Arabic
        "يناير فبراير مارس ابريل مايو يونيو يوليو اغسطس سبتمبر اكتوبر نوفمبر ديسمبر",
        // Hebrew
        "ינואר פברואר מרץ אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר",
    };

    /// Weekdays, in the order of the languages above, where they stand without a comma.
    private static final String DAYS =
            "mon monday tue tues tuesday wed weds wednesday thu thur thurs thursday fri friday sat"
                    + " saturday sun sunday"
                    + " mo montag di dienstag mi mittwoch do donnerstag fr freitag sa samstag"
                    + " sonnabend so sonntag"
                    + " lun lundi mar mardi mer mercredi jeu jeudi ven vendredi sam samedi dim"
                    + " dimanche"
                    + " lunes martes mie miercoles jue jueves vie viernes sab sabado dom domingo"
                    + " seg segunda ter terca qua quarta qui quinta sex sexta"
                    + " lunedi martedi mercoledi gio giovedi venerdi sabato domenica"
                    + " ma maandag dinsdag wo woensdag donderdag vr vrijdag za zaterdag zo zondag"
                    + " man mandag tir tirsdag tis tisdag ons onsdag tor torsdag fre fredag lor"
                    + " lordag son sondag"
                    + " ti ke to pe la su maanantai tiistai keskiviikko torstai perjantai lauantai"
                    + " sunnuntai"
                    + " pon poniedzialek wto wtorek sro sroda czw czwartek pia piatek sob sobota"
                    + " nie niedziela"
                    + " пн понедельник вт вторник ср среда чт четверг пт пятница сб суббота вс"
                    + " воскресенье"
                    + " δευ δευτερα τρι τριτη τετ τεταρτη πεμ πεμπτη παρ παρασκευη σαβ σαββατο"
                    + " κυρ κυριακη";

    /// Words between a date and its time: "at" in some languages.
    private static final Set<String> JOINTS =
            Set.of("at", "a", "um", "kl", "klo", "alle", "ore", "as", "om", "o", "в", "г", "godz");

    /// Hours from UTC by name, as RFC 822 and common use have them; quarters by fraction.
    private static final String ZONES =
            "ut 0 utc 0 gmt 0 z 0 wet 0 west 1 bst 1 cet 1 cest 2 mez 1 mesz 2 met 1 mest 2 eet 2"
                    + " eest 3 msk 3 msd 4 ist 5.5 sgt 8 hkt 8 awst 8 jst 9 kst 9 acst 9.5 aest 10"
                    + " acdt 10.5 aedt 11 nzst 12 nzdt 13 nst -3.5 ndt -2.5 ast -4 adt -3 est -5"
                    + " edt -4 cst -6 cdt -5 mst -7 mdt -6 pst -8 pdt -7 akst -9 akdt -8 hst -10"
                    + " brt -3 art -3 sast 2 et -5 ct -6 mt -7 pt -8 at -4 hast -10 hadt -9 sst -11 chst 10"
                    + " wib 7 wita 8 wit 9 ict 7 pht 8 myt 8 pkt 5 uzt 5 gst 4 azt 4 trt 3 irst 3.5"
                    + " npt 5.75 mmt 6.5 wat 1 cat 2 eat 3 idt 3 clt -4 clst -3 cot -5 pet -5 ect -5"
                    + " vet -4 bot -4 uyt -3 pyt -4 brst -2 wgt -3";

    private static final Map<String, Integer> MONTH_NUMBERS = months();
    private static final Map<String, ZoneOffset> OFFSETS = offsets();
    private static final Set<String> REGIONS = ZoneId.getAvailableZoneIds();
    private static final Set<String> DAY_NAMES = Set.of(DAYS.split(" ", -1));

    private DateWords() {}

    private static Map<String, Integer> months() {
        Map<String, Integer> numbers = new HashMap<>();
        for (String row : MONTHS) {
            String[] names = row.split(" ", -1);
            for (int month = 0; month < names.length; month++) {
                for (String name : names[month].split("/", -1)) {
                    numbers.putIfAbsent(folded(name), month + 1);
                }
            }
        }
        return Map.copyOf(numbers);
    }

    private static Map<String, ZoneOffset> offsets() {
        Map<String, ZoneOffset> offsets = new HashMap<>();
        String[] words = ZONES.split(" ", -1);
        for (int i = 0; i < words.length; i += 2) {
            int seconds = (int) Math.round(Double.parseDouble(words[i + 1]) * 3600);
            offsets.put(words[i], ZoneOffset.ofTotalSeconds(seconds));
        }
        return Map.copyOf(offsets);
    }

    /// The number of a month, whatever its case, accents and final dot.
    static OptionalInt month(String word) {
        Integer number = MONTH_NUMBERS.get(folded(word));
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }

    /// Whether it may stand between a date and its time.
    static boolean isJoint(String word) {
        return JOINTS.contains(folded(word));
    }

    /// Whether it is the name of a weekday, short or long.
    static boolean isDay(String word) {
        return DAY_NAMES.contains(folded(word));
    }

    /// The offset of a zone's name. A military letter counts as UTC, since the RFC that brought
    /// them had their signs wrong (RFC 5322, 4.3).
    static Optional<ZoneId> zone(String word) {
        if (word.indexOf('/') > 0 && REGIONS.contains(word)) {
            return Optional.of(ZoneId.of(word));
        }
        String name = word.toLowerCase(Locale.ROOT);
        if (name.length() == 1 && name.charAt(0) >= 'a' && name.charAt(0) <= 'z') {
            return name.equals("j") || name.equals("t")
                    ? Optional.empty()
                    : Optional.of(ZoneOffset.UTC);
        }
        return Optional.ofNullable(OFFSETS.get(name));
    }

    private static String folded(String word) {
        String name = word.endsWith(".") ? word.substring(0, word.length() - 1) : word;
        name = name.toLowerCase(Locale.ROOT);
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) >= 0x80) {
                return Normalizer.normalize(name, Normalizer.Form.NFD)
                        .replaceAll("\\p{M}+", "")
                        .replace('ς', 'σ');
            }
        }
        return name;
    }
}
