package org.aegle.web.format;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.aegle.imaging.StudySummary;
import org.aegle.patient.AdministrativeGender;
import org.aegle.patient.HumanName;
import org.aegle.patient.PartialDate;
import org.aegle.patient.PatientDemographics;
import org.aegle.web.look.Look;

/** How values read in the person's language and time zone. */
@Named
@RequestScoped
public class Formats {
    private static final List<String> BYTES = List.of("B", "kB", "MB", "GB", "TB");

    @Inject
    private Look look;

    @Inject
    private Texts texts;

    public String instant(Instant at) {
        return formatter("format.dateTime").withZone(look.getZone()).format(at);
    }

    /** As precisely as it is known: a day, a month or a year; empty for none. */
    public String date(PartialDate date) {
        return switch (date.text().length()) {
            case 10 -> date.first().map(formatter("format.date")::format).orElse("");
            case 7 -> date.first().map(formatter("format.month")::format).orElse("");
            default -> date.text();
        };
    }

    public String day(LocalDate date) {
        return formatter("format.date").format(date);
    }

    /** Day and, where known, minute of a study, as the modality's clock said. */
    public String studyTime(StudySummary study) {
        String day = date(study.studyDate());
        String time = study.studyTime();
        boolean known = !day.isEmpty() && time.length() >= 4;
        return known ? texts.get("format.dayAndTime", day, time.substring(0, 2) + ":" + time.substring(2, 4)) : day;
    }

    public String name(HumanName name) {
        String display = name.display();
        return display.isEmpty() ? texts.get("patient.unnamed") : display;
    }

    public String name(String display) {
        return display.isEmpty() ? texts.get("patient.unnamed") : display;
    }

    /** Birth date with the age today, or at death. */
    public String birth(PatientDemographics patient) {
        String date = date(patient.birthDate());
        if (date.isEmpty()) {
            return texts.get("patient.birthDate.unknown");
        }
        String age = age(patient);
        return age.isEmpty() ? date : texts.get("patient.birthAndAge", date, age);
    }

    /** How a typed birth date (ISO) was understood, with the age it means. */
    public String birthTyped(String iso) {
        return PartialDate.parse(iso)
                .map(date -> texts.get("patient.birthAndAge", date(date), age(date)))
                .orElse("");
    }

    /** Age in words, empty where no birth date is known. */
    public String age(PatientDemographics patient) {
        return age(patient.birthDate(), end(patient));
    }

    private String age(PartialDate birth) {
        return age(birth, LocalDate.now(look.getZone()));
    }

    public boolean isDeceased(PatientDemographics patient) {
        return !patient.deceased().isEmpty() && !patient.deceased().equals("false");
    }

    public String bytes(long count) {
        double value = count;
        int unit = 0;
        while (value >= 1000 && unit < BYTES.size() - 1) {
            value /= 1000;
            unit++;
        }
        NumberFormat format = NumberFormat.getInstance(look.getLocale());
        format.setMaximumFractionDigits(value < 10 && unit > 0 ? 1 : 0);
        return format.format(value) + "\u00a0" + BYTES.get(unit);
    }

    public String number(long value) {
        return NumberFormat.getIntegerInstance(look.getLocale()).format(value);
    }

    /** A detail of contact; codes of languages and countries by their names. */
    public String contact(String field, String value) {
        return switch (field) {
            case "language" -> named(Locale.forLanguageTag(value).getDisplayLanguage(look.getLocale()), value);
            case "country" -> named(Locale.forLanguageTag("und-" + value).getDisplayCountry(look.getLocale()), value);
            default -> value;
        };
    }

    private static String named(String name, String code) {
        return name.isEmpty() ? code : name;
    }

    /** What a modality code stands for, or the code itself. */
    public String modality(String code) {
        String key = "modality." + code;
        return texts.has(key) ? texts.get(key) : code;
    }

    /** What kind of thing an entry of the audit trail is about, or the kind itself. */
    public String entity(String type) {
        String key = "entity." + type;
        return texts.has(key) ? texts.get(key) : type;
    }

    /** A name of one of PrimeIcons. */
    public String genderIcon(AdministrativeGender gender) {
        return switch (gender) {
            case MALE -> "pi-mars";
            case FEMALE -> "pi-venus";
            case OTHER, UNKNOWN, UNSTATED -> "pi-circle";
        };
    }

    private String age(PartialDate birth, LocalDate at) {
        return birth.first()
                .flatMap(first -> birth.last().map(last -> Age.between(first, last, at)))
                .map(age -> texts.get("age." + age.unit(), age.count()))
                .orElse("");
    }

    /** The day of death where it is known, else today. */
    private LocalDate end(PatientDemographics patient) {
        String deceased = patient.deceased();
        return PartialDate.parse(deceased.length() > 10 ? deceased.substring(0, 10) : deceased)
                .flatMap(PartialDate::first)
                .orElseGet(() -> LocalDate.now(look.getZone()));
    }

    private DateTimeFormatter formatter(String key) {
        return DateTimeFormatter.ofPattern(texts.get(key), look.getLocale());
    }
}
