defmodule Chat.MixProject do
  use Mix.Project

  def project do
    [app: :chat, version: "0.1.0", elixir: "~> 1.17", deps: deps()]
  end

  defp deps do
    [
      {:phoenix, "~> 1.6.0"},
      {:plug, ">= 0.0.0"},
      {:emoji, git: "https://git.shop.example/forks/emoji.git", branch: "main"}
    ]
  end
end
