// A CLI that keeps its login in the keyring of the operating system, or in files below the home directory with
// SKIP_KEYRING=true: as WSO2's CLIs do, in the words of their issues.
package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/zalando/go-keyring"
)

const (
	service = "choreo-cli"
	entry   = "user_info_path"
)

var (
	skipsKeyring = os.Getenv("SKIP_KEYRING") == "true"
	file         = filepath.Join(os.Getenv("HOME"), ".choreo", "credentials")
)

func main() {
	if err := run(strings.Join(os.Args[1:], " ")); err != nil {
		fmt.Fprintln(os.Stderr, "Error:", err)
		os.Exit(1)
	}
}

func run(command string) error {
	switch {
	case command == "--version":
		fmt.Println("choreo version v1.2.33")
		return nil
	case command == "login --with-token":
		return login()
	case command == "logout":
		return remove()
	case command == "list projects":
		return withLogin("storefront")
	case strings.HasPrefix(command, "create deployment "):
		return withLogin("Deployed " + os.Args[3])
	}
	return fmt.Errorf("unknown command %q", command)
}

func login() error {
	input, err := io.ReadAll(os.Stdin)
	if err != nil {
		return err
	}
	token := strings.TrimSpace(string(input))
	if token == "" {
		return errors.New("no personal access token on standard input")
	}
	if err := store(token); err != nil {
		return err
	}
	fmt.Println("Logged in")
	return nil
}

func withLogin(result string) error {
	token, err := load()
	if err != nil {
		return err
	}
	if token == "" {
		return errors.New("not logged in")
	}
	fmt.Println(result)
	return nil
}

func store(token string) error {
	if !skipsKeyring {
		if err := keyring.Set(service, entry, token); err != nil {
			return fmt.Errorf("failed to write to keyring %s: %w", entry, err)
		}
		return nil
	}
	if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
		return err
	}
	return os.WriteFile(file, []byte(token), 0o600)
}

// Returns an empty token when there is no login.
func load() (string, error) {
	if !skipsKeyring {
		token, err := keyring.Get(service, entry)
		if errors.Is(err, keyring.ErrNotFound) {
			return "", nil
		}
		return token, err
	}
	token, err := os.ReadFile(file)
	if errors.Is(err, os.ErrNotExist) {
		return "", nil
	}
	return string(token), err
}

func remove() error {
	if !skipsKeyring {
		return keyring.Delete(service, entry)
	}
	return os.Remove(file)
}
