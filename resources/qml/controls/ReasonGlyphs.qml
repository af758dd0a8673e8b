pragma Singleton

import QtQml

// The picture of each of the icons that a reason to come may have (`server_sync.clinic.visit_reasons.ICONS`).
QtObject {
    function of(icon: string): string {
        switch (icon) {
        case "activity":
            return Icons.activity;
        case "baby":
            return Icons.baby;
        case "bandage":
            return Icons.bandage;
        case "brain":
            return Icons.brain;
        case "circleHelp":
            return Icons.circleHelp;
        case "eye":
            return Icons.eye;
        case "fileText":
            return Icons.fileText;
        case "flaskConical":
            return Icons.flaskConical;
        case "heartPulse":
            return Icons.heartPulse;
        case "pill":
            return Icons.pill;
        case "stethoscope":
            return Icons.stethoscope;
        case "syringe":
            return Icons.syringe;
        case "thermometer":
            return Icons.thermometer;
        default:
            return "";
        }
    }
}
