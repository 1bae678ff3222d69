/** A language that programs are run in. */
export interface Sample {
  /** As in addresses. */
  language: string;
  file: string;
  command: string[];
}

/**
 * How programs are run in the languages that Debian has. It has no compiler of C#, and neither
 * PowerShell nor cmd; of Rust, one program is compiled with the tests of `server/samples`.
 */
export const commands: Sample[] = [
  { language: "shell", file: "shell.sh", command: ["sh", "shell.sh"] },
  { language: "java", file: "Java.java", command: ["java", "-Dfile.encoding=UTF-8", "Java.java"] },
  { language: "php", file: "php.php", command: ["php", "php.php"] },
  { language: "python", file: "python.py", command: ["python3", "-B", "python.py"] },
  { language: "javascript", file: "javascript.mjs", command: [process.execPath, "javascript.mjs"] },
  { language: "go", file: "go.go", command: ["go", "run", "go.go"] },
];
