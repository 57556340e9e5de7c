package org.aegle.imaging.digitising;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.aegle.refusal.Invalid;
import org.aegle.refusal.Violation;

/** What must hold for a submission to begin; all that does not is told at once. */
final class CaptureRules {
    private static final int LONGEST_TEXT = 64;
    private static final int LONGEST_NUMBER = 16;
    private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d");
    private static final Pattern CODE = Pattern.compile("[A-Z0-9_]{1,16}");
    private static final Set<String> SIDES = Set.of("", "L", "R");

    private final List<Violation> violations = new ArrayList<>();

    private CaptureRules() {}

    static void check(Capture capture) {
        CaptureRules rules = new CaptureRules();
        if (capture.study() instanceof CapturedStudy.Begun begun) {
            rules.checkStudy(begun, capture.zone());
        }
        rules.checkSeries(capture.series());
        if (!rules.violations.isEmpty()) {
            throw new Invalid(rules.violations);
        }
    }

    private void checkStudy(CapturedStudy.Begun study, ZoneId zone) {
        text("studyDescription", study.description(), LONGEST_TEXT);
        text("accessionNumber", study.accessionNumber(), LONGEST_NUMBER);
        text("referringPhysician", study.referringPhysician(), LONGEST_TEXT);
        require(study.referringPhysician().chars().noneMatch(c -> c == '^' || c == '='), "referringPhysician");
        boolean day = study.date().isEmpty() || study.date().text().length() == 10;
        boolean past = study.date()
                .first()
                .map(date -> !date.isAfter(LocalDate.now(zone)))
                .orElse(true);
        require(day && past, "studyDate");
        boolean timed = !study.time().isEmpty();
        require(!timed || TIME.matcher(study.time()).matches() && !study.date().isEmpty(), "studyTime");
    }

    private void checkSeries(CapturedSeries series) {
        text("seriesDescription", series.description(), LONGEST_TEXT);
        require(series.modality().isEmpty() || CODE.matcher(series.modality()).matches(), "modality");
        require(SIDES.contains(series.laterality()), "laterality");
        boolean paired = !series.bodyPart().isEmpty()
                && BodyPart.valueOf(series.bodyPart()).isPaired();
        require(series.laterality().isEmpty() || paired, "laterality");
    }

    /** PS3.5 6.2: no backslash, no control character. */
    private void text(String path, String value, int longest) {
        boolean plain = value.indexOf('\\') < 0 && value.chars().noneMatch(Character::isISOControl);
        require(plain && value.length() <= longest, path);
    }

    private void require(boolean holds, String path) {
        if (!holds) {
            violations.add(Violation.of(path, "is not what it can be"));
        }
    }
}
