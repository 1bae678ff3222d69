/** How samples are run in the languages that Debian has. Those of C#, Windows and Rust are not. */
export const commands: Record<string, [command: string, ...args: string[]]> = {
  "shell.sh": ["sh", "shell.sh"],
  "python.py": ["python3", "-B", "python.py"],
  "javascript.mjs": [process.execPath, "javascript.mjs"],
  "php.php": ["php", "php.php"],
  "Java.java": ["java", "-Dfile.encoding=UTF-8", "Java.java"],
  "go.go": ["go", "run", "go.go"],
};
